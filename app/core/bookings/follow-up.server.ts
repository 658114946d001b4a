import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import type { Booking } from './queries.server'

/** What a customer may do once it has taken place, by a module that stands after this one: rate it. */
export interface FollowUp {
  readonly label: string
  /** Where, below the booking's own page. */
  readonly page: '/review'
}

type Find = (db: Db, booking: Booking, i18n: I18n) => FollowUp | null

let find: Find = () => null

/** Hands over who knows what follows a booking, once, at start. */
export function installFollowUp(followUp: Find): void {
  find = followUp
}

/** What may be done after a booking now; null for nothing. `i18n` of whoever reads it. */
export function followUpOf(db: Db, booking: Booking, i18n: I18n): FollowUp | null {
  return find(db, booking, i18n)
}
