import type { LocalDate } from '~/kernel/time'
import type { WallTime } from '../schedules/index.server'

/** What holds of a session beside when it is. */
export interface SessionTerms {
  /** What it is called apart from its listing; null: as its listing. */
  readonly title: string | null
  /** How many places it has; null: as many as come. */
  readonly capacity: number | null
  /** In place of the listing's price, in minor units; null: the listing's. */
  readonly priceMinor: number | null
  /** Who leads it; null: nobody in particular. */
  readonly staffId: string | null
  /** The rooms it takes, each of them whole. */
  readonly placeIds: readonly string[]
  /** What guide and rooms need before it and after it. */
  readonly prepareMinutes: number
  readonly clearMinutes: number
  /** How many places must be booked for it to take place; null: any number. */
  readonly minPeople: number | null
  /** How long before the start it is decided whether there are enough; null where no number is needed. */
  readonly decideBeforeMinutes: number | null
}

export interface SessionDraft extends SessionTerms {
  readonly listingId: string
  readonly storeId: string
  /** On the wall of its store. */
  readonly start: WallTime
  readonly durationMinutes: number
}

export interface SeriesDraft extends SessionDraft {
  /** An RRULE (RFC 5545) that begins with `start`. */
  readonly rule: string
  /** Dates that are left out of it. */
  readonly skip: readonly LocalDate[]
}

/** How strictly a date is set. */
export interface SettingTerms {
  /** Whoever leads it works then, whatever their hours say. */
  readonly anyHours?: boolean
}

/** This one alone, or all of its series from this one on. */
export type Scope = 'one' | 'following'

export const longestSessionMinutes = 30 * 24 * 60
export const mostPlaces = 100_000
