import type { Answers } from './model/answers'

export interface BookingOrder {
  /** Random per render of the form: a repeated post is the same booking. */
  readonly key: string
  readonly items: readonly ItemOrder[]
  readonly contact: { readonly name: string; readonly email: string | null; readonly phone: string | null }
  readonly note: string | null
  readonly channel: 'online' | 'desk'
}

export interface ItemOrder {
  readonly listingId: string
  /** In the domain's own words. */
  readonly choice: Readonly<Record<string, unknown>>
  /** Who comes, where it is not the contact. */
  readonly attendeeName: string | null
  readonly attendeeEmail?: string | null
  readonly answers: Answers
}
