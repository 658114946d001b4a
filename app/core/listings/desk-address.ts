import { listingStatuses, type ListingStatus } from './model/status-moves'

export const deskSorts = ['position', 'title', 'newest', 'price'] as const
/** What the desk's list is sorted by: the business's own order within each trade, by name, the newest first, or the dearest first. */
export type DeskSort = (typeof deskSorts)[number]

/** What the address of the list says; empty strings where it says nothing. */
export interface DeskAddress {
  readonly q: string
  readonly status: ListingStatus | ''
  readonly domain: string
  readonly category: string
  readonly store: string
  readonly sort: DeskSort
  readonly view: 'table' | 'grid'
}

/** A place in the list: after a listing, or before it. */
export interface DeskCursor {
  readonly id: string
  readonly side: 'after' | 'before'
}

/** Reads the filters of an address; what makes no sense is left out. */
export function deskAddressIn(query: URLSearchParams): DeskAddress {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  return {
    q: text('q'),
    status: listingStatuses.find((status) => status === text('status')) ?? '',
    domain: text('domain'),
    category: text('category'),
    store: text('store'),
    sort: deskSorts.find((sort) => sort === text('sort')) ?? 'position',
    view: text('view') === 'grid' ? 'grid' : 'table',
  }
}

/** Reads the place in the list; null for its beginning. */
export function deskCursorIn(query: URLSearchParams): DeskCursor | null {
  for (const side of ['after', 'before'] as const) {
    const id = query.get(side) ?? ''
    if (/^[0-9a-f-]{36}$/.test(id)) return { id, side }
  }
  return null
}

/** The address of the list with these filters, at this place. */
export function deskHref(path: string, address: DeskAddress, cursor: DeskCursor | null = null): string {
  const usual = { sort: 'position', view: 'table' } as const
  const query = new URLSearchParams(Object.entries(address).filter(([name, value]) => value !== '' && !(name in usual && usual[name as keyof typeof usual] === value)))
  if (cursor) query.set(cursor.side, cursor.id)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Whether anything is left out of the list. */
export function isDeskNarrowed({ sort: _, view: __, ...filters }: DeskAddress): boolean {
  return Object.values(filters).some((value) => value !== '')
}
