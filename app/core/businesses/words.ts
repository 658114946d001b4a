import type { I18n } from '@lingui/core'
import type { BusinessFacts } from '~/kernel/ctx'
import type { MemberRole } from '~/kernel/permissions'
import { never } from '~/kernel/result'

/** A role in a word. */
export function roleName(i18n: I18n, role: MemberRole): string {
  switch (role) {
    case 'owner':
      return i18n.t('Owner')
    case 'manager':
      return i18n.t('Manager')
    case 'staff':
      return i18n.t('Staff')
    default:
      return never(role)
  }
}

/** What somebody in a role may do, in a sentence. */
export function roleAbout(i18n: I18n, role: MemberRole): string {
  switch (role) {
    case 'owner':
      return i18n.t('May do everything, members and settings too')
    case 'manager':
      return i18n.t('Runs the day: all bookings, the offer, people and hours')
    case 'staff':
      return i18n.t('Sees and answers their own bookings')
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
