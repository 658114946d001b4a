import type { I18n } from '@lingui/core'
import { deskOrderRefusal } from '~/core/bookings/index'
import type { BookingRefusal, MoveRefusal } from '~/core/bookings/index.server'

/** Why a time could not be booked or moved to at the desk, and what now. */
export function deskRefusal(i18n: I18n, refusal: BookingRefusal | MoveRefusal): string {
  switch (refusal.kind) {
    case 'taken':
      return i18n.t('This time has just been taken. Nothing is booked yet: choose another one.')
    case 'not-offered':
    case 'against-rule':
      return i18n.t('This is not to be had there, or with that person.')
    case 'not-a-time':
      return i18n.t('No visit begins at this time: it lies outside the hours or off the grid.')
    case 'past':
      return i18n.t('This time is over.')
    case 'too-soon':
    case 'too-far':
      return i18n.t('This time lies outside of what can be booked.')
    case 'choose-person':
      return i18n.t('Choose who will do it.')
    case 'unknown-booking':
      return i18n.t('We know no such booking.')
    case 'not-from-here':
      return i18n.t('This booking no longer stands, so it cannot be moved.')
    case 'already-started':
      return i18n.t('The visit has begun already.')
    default:
      return deskOrderRefusal(i18n, refusal)
  }
}
