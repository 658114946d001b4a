import { isLocalDate } from '~/kernel/time'
import type { Diary } from './diary.server'
import type { BookingFilters } from './list-filters'
import { paymentStates, type PaymentState } from './model/payment-states'
import { bookingStatuses, type BookingStatus } from './model/states'

/** What the address of the list says; empty strings where it says nothing. */
export interface ListAddress {
  readonly q: string
  readonly status: BookingStatus | ''
  readonly domain: string
  readonly payment: PaymentState | ''
  readonly session: string
  readonly staff: string
  readonly store: string
  readonly from: string
  readonly to: string
  readonly sort: 'start' | 'placed'
}

/** A cursor as the address writes it: `older=1762164000000~<id>`. */
export interface AddressCursor {
  readonly at: number
  readonly id: string
  readonly side: 'newer' | 'older'
}

/** Reads the filters of an address; what makes no sense is left out. */
export function addressIn(query: URLSearchParams): ListAddress {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const date = (name: string) => (isLocalDate(text(name)) ? text(name) : '')
  return {
    q: text('q'),
    status: bookingStatuses.find((status) => status === text('status')) ?? '',
    domain: text('domain'),
    payment: paymentStates.find((state) => state === text('payment')) ?? '',
    session: text('session'),
    staff: text('staff'),
    store: text('store'),
    from: date('from'),
    to: date('to'),
    sort: text('sort') === 'placed' ? 'placed' : 'start',
  }
}

/** Reads the place in the list; null for its beginning. */
export function cursorIn(query: URLSearchParams): AddressCursor | null {
  for (const side of ['newer', 'older'] as const) {
    const [, at, id] = /^(\d{1,15})~([0-9a-f-]{1,40})$/.exec(query.get(side) ?? '') ?? []
    if (at !== undefined && id !== undefined) return { at: Number(at), id, side }
  }
  return null
}

/** The address of the list with these filters, at this place. */
export function listHref(path: string, address: ListAddress, cursor: AddressCursor | null = null): string {
  const query = new URLSearchParams(Object.entries(address).filter(([name, value]) => value !== '' && !(name === 'sort' && value === 'start')))
  if (cursor) query.set(cursor.side, `${cursor.at}~${cursor.id}`)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** What the list is narrowed to by its address, for a member who sees this diary. */
export function filtersOf(address: ListAddress, diary: Diary): BookingFilters {
  return {
    status: address.status || null,
    domain: address.domain || null,
    payment: address.payment || null,
    sessionId: address.session || null,
    staffId: address.staff || null,
    storeId: address.store || null,
    from: address.from || null,
    to: address.to || null,
    search: address.q || null,
    sort: address.sort,
    diary,
  }
}

/** Whether anything is left out of the list. */
export function isNarrowed({ sort: _, ...filters }: ListAddress): boolean {
  return Object.values(filters).some((value) => value !== '')
}
