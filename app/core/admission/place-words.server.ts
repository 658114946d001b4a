import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import { domainOf, itemsOf, type SessionPlace, type Whereabouts } from '../bookings/index.server'

/** How a place reads, in its domain's words. */
export interface PlaceWords {
  /** "Concert – VIP" */
  readonly what: string
  readonly withWhom: string | null
  /** Null: at the store. */
  readonly where: Whereabouts | null
  readonly facts: readonly { readonly term: string; readonly text: string }[]
}

/** What a place is called in a sentence: "Concert – VIP". */
export function placeTitle(db: Db, i18n: I18n, place: SessionPlace): string {
  return placeWords(db, i18n, place).what
}

/** What the domain says of a place. */
export function placeWords(db: Db, i18n: I18n, place: SessionPlace): PlaceWords {
  const item = itemsOf(db, place.bookingId).find(({ id }) => id === place.itemId)
  if (!item) return { what: place.title, withWhom: null, where: null, facts: [] }
  const { title, withWhom, where, facts } = domainOf(place.domain).describe(db, i18n, item)
  return { what: title, withWhom, where, facts }
}
