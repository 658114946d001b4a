import type { I18n } from '@lingui/core'
import type { Role } from '~/kernel/permissions'
import { never } from '~/kernel/result'
import type { JobState } from './model/job-state'

/** A role of the platform in a word. */
export function roleName(i18n: I18n, role: Role): string {
  switch (role) {
    case 'customer':
      return i18n.t('Customer')
    case 'agent':
      return i18n.t('Agent')
    case 'admin':
      return i18n.t('Admin')
    default:
      return never(role)
  }
}

/** What a role opens, in a sentence. */
export function roleAbout(i18n: I18n, role: Role): string {
  switch (role) {
    case 'customer':
      return i18n.t('Everybody with an account: their own bookings and profile.')
    case 'agent':
      return i18n.t('Works on requests of customers for Guildhall.')
    case 'admin':
      return i18n.t('Sees and changes everything here: users, roles, businesses, jobs and the audit.')
    default:
      return never(role)
  }
}

/** How a job stands in a word, with the tone of its badge. */
export function jobStateName(i18n: I18n, state: JobState): { label: string; tone: 'good' | 'wait' | 'bad' } {
  switch (state) {
    case 'well':
      return { label: i18n.t('Runs'), tone: 'good' }
    case 'overdue':
      return { label: i18n.t('Overdue'), tone: 'wait' }
    case 'failed':
      return { label: i18n.t('Failed'), tone: 'bad' }
    default:
      return never(state)
  }
}
