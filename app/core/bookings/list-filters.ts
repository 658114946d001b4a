import type { LocalDate } from '~/kernel/time'
import type { Diary } from './diary.server'
import type { PaymentState } from './model/payment-states'
import type { BookingStatus } from './model/states'

export interface BookingFilters {
  readonly status: BookingStatus | null
  readonly domain: string | null
  readonly staffId: string | null
  readonly storeId: string | null
  readonly payment: PaymentState | null
  /** With a place in this session. */
  readonly sessionId: string | null
  /** Local dates of the business, both included, of the visit's start. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** A reference, or the beginnings of words in a name, an e-mail address, a title or the name of somebody who comes along. */
  readonly search: string | null
  /** Always the latest first. */
  readonly sort: 'start' | 'placed'
  readonly diary: Diary
}

/** The place of a row in the list: what it is sorted by, and its id. */
export interface BookingCursor {
  readonly at: number
  readonly id: string
  /** Which side of that row is wanted. */
  readonly side: 'newer' | 'older'
}
