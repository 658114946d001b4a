import type { LocalDate } from '~/kernel/time'
import type { SessionStatus } from './model/states'

/** A date that cannot be had, since somebody or some room that it needs is taken then. */
export interface TakenDate {
  /** Null: the session is not made yet. */
  readonly sessionId: string | null
  readonly date: LocalDate
  readonly startsAt: number
  /** Of the person or the room that is taken. */
  readonly resourceId: string
  readonly name: string
}

export type DraftRefusal =
  | { readonly kind: 'unknown-listing' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'unknown-person' }
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'past' }
  /** Its length, its places, its price, its minimum: what a form should not have let through. */
  | { readonly kind: 'out-of-range'; readonly field: 'duration' | 'capacity' | 'price' | 'minimum' | 'preparation' }

/** `free`: the nearest starts at which everything needed is free; of several dates at once none is looked for. */
export type TakenRefusal = { readonly kind: 'taken'; readonly dates: readonly TakenDate[]; readonly free: readonly number[] }

/** A date that lies outside of the hours of whoever would lead it. */
export interface OffDate {
  readonly date: LocalDate
  readonly startsAt: number
  /** Of the guide. */
  readonly name: string
  /** When they work on that date, in minutes from midnight; none on a day off. */
  readonly hours: readonly { readonly from: number; readonly to: number }[]
}

/** The guide does not work then. It is set all the same where whoever sets it says so (`anyHours`). */
export type OffHoursRefusal = { readonly kind: 'off-hours'; readonly dates: readonly OffDate[] }

export type SeriesRefusal = { readonly kind: 'not-a-rule' } | { readonly kind: 'no-dates' } | { readonly kind: 'too-many-dates'; readonly most: number }

export type ActRefusal =
  | { readonly kind: 'unknown-session' }
  | { readonly kind: 'not-from-here'; readonly status: SessionStatus }
  | { readonly kind: 'already-started' }

/** More is booked than there would be places: the subjects that take them, which are items of bookings. */
export type CrowdedRefusal = { readonly kind: 'crowded'; readonly sessionId: string; readonly startsAt: number; readonly taken: number; readonly subjects: readonly string[] }

/** A series that repeats by the month or the year keeps its day; its days are moved one by one. */
export type ShiftRefusal = { readonly kind: 'cannot-shift' }

export type CreateSessionRefusal = DraftRefusal | TakenRefusal | OffHoursRefusal
export type CreateSeriesRefusal = CreateSessionRefusal | SeriesRefusal
export type ChangeSessionRefusal = ActRefusal | DraftRefusal | TakenRefusal | OffHoursRefusal | CrowdedRefusal | { readonly kind: 'confirmed-already' }
export type MoveSessionRefusal = ActRefusal | TakenRefusal | OffHoursRefusal | ShiftRefusal | { readonly kind: 'past' } | { readonly kind: 'stays-there' }
export type SessionRefusal = CreateSeriesRefusal | ChangeSessionRefusal | MoveSessionRefusal
