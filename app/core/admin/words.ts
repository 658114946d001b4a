import type { I18n } from '@lingui/core'
import type { FieldKind } from '~/core/listings/index'
import type { BusinessFacts } from '~/kernel/ctx'
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

/** The status of a business in a word, with the tone of its badge. */
export function statusName(i18n: I18n, status: BusinessFacts['status']): { label: string; tone: 'good' | 'wait' | 'bad' | 'done' } {
  switch (status) {
    case 'trial':
      return { label: i18n.t('On trial'), tone: 'wait' }
    case 'active':
      return { label: i18n.t('On'), tone: 'good' }
    case 'suspended':
      return { label: i18n.t('Off'), tone: 'done' }
    case 'cancelled':
      return { label: i18n.t('Closed by Guildhall'), tone: 'bad' }
    default:
      return never(status)
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

/** What is filled into a field of a category, in some words. */
export function kindName(i18n: I18n, kind: FieldKind): string {
  switch (kind) {
    case 'string':
      return i18n.t('A few words')
    case 'text':
      return i18n.t('Some lines')
    case 'integer':
      return i18n.t('A whole number')
    case 'number':
      return i18n.t('A number')
    case 'boolean':
      return i18n.t('A box to tick')
    case 'enum':
      return i18n.t('One of several answers')
    case 'date':
      return i18n.t('A date')
    default:
      return never(kind)
  }
}
