import { blockById, capacityBetween, resourceById, resourceOfOwner, subjectsBetween, type Block } from '~/core/allocation/index.server'
import { entriesOf, type Entry } from '~/core/bookings/index.server'
import { contains, exceptionsOf, findSlots, merge, openHours, overlap, slotAt, claimedInterval, type Candidate, type SlotSearch } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, minute, type Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Service } from './queries.server'
import { bookableWindow, lengths, searchFor, type Asked } from './search.server'

/** One thing that stands between a service and a time. `who` is a person, a place or a store by name. */
export type InTheWay =
  | { readonly kind: 'past' }
  | { readonly kind: 'too-soon'; readonly earliest: number }
  | { readonly kind: 'too-far'; readonly latest: number }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'closed'; readonly who: string; readonly ownerId: string; readonly open: readonly Interval[]; readonly exception: { readonly reason: string | null } | null }
  | { readonly kind: 'off-grid'; readonly who: string; readonly nearest: readonly number[] }
  | { readonly kind: 'booked'; readonly who: string; readonly entry: Entry }
  | { readonly kind: 'blocked'; readonly who: string; readonly block: Block }
  | { readonly kind: 'capacity'; readonly who: string; readonly capacity: number }

/**
 * Why a time is not on offer: the rows in the way, of the window, the store, each person who would do and each place. Empty where it is
 * on offer. `asked` is one day; a member asks, but notice and window are those of a customer.
 */
export function whyNotFree(db: Db, ctx: BusinessCtx, service: Service, asked: Omit<Asked, 'from' | 'to' | 'atDesk'>, start: number): InTheWay[] {
  const { store } = asked
  const date = localDateOf(start, store.timeZone)
  const search = searchFor(db, ctx, service, { ...asked, from: date, to: date })
  if (slotAt(search, start)) return []
  const look: Look = { db, ctx, service, zone: store.timeZone, date, start, search: { ...search, earliest: -Infinity, latest: Infinity } }
  const storeOpen = merge(openHours(db, ctx.businessId, [store.id], addDays(date, -1), date, store.timeZone).get(store.id) ?? [])
  const shut = contains(storeOpen, shownAt(look)) ? [] : [closed(look, store.id, store.name, storeOpen)]
  return [...outside(look), ...shut, ...(shut.length > 0 ? [] : [...peopleInTheWay(look, asked), ...placesInTheWay(look)])]
}

interface Look {
  readonly db: Db
  readonly ctx: BusinessCtx
  readonly service: Service
  readonly zone: string
  readonly date: string
  readonly start: number
  /** Without the ends of the window, which have rows of their own. */
  readonly search: SlotSearch
}

function shownAt({ start, service }: Look): Interval {
  return { start, end: start + service.durationMinutes * minute }
}

function outside({ ctx, service, zone, start }: Look): InTheWay[] {
  const { earliest, latest } = bookableWindow(ctx.now, service, zone)
  if (start < ctx.now) return [{ kind: 'past' }]
  if (start < earliest) return [{ kind: 'too-soon', earliest }]
  return start >= latest ? [{ kind: 'too-far', latest }] : []
}

function peopleInTheWay(look: Look, { staff }: Pick<Asked, 'staff'>): InTheWay[] {
  const { search, db, ctx } = look
  if (search.people === null) return []
  if (search.people.length === 0) return [{ kind: 'nobody' }]
  return search.people.flatMap((candidate) => {
    const who = staff.find(({ id }) => id === candidate.id)?.name ?? ''
    const resourceId = resourceOfOwner(db, ctx.businessId, 'person', candidate.id)?.id ?? ''
    return candidateInTheWay(look, candidate, { who, resourceId, onOwnGrid: true })
  })
}

function placesInTheWay(look: Look): InTheWay[] {
  const { search, db, ctx } = look
  const places = search.places ?? []
  const rows = places.map((candidate) => {
    const who = resourceById(db, ctx.businessId, candidate.id)?.name ?? ''
    return candidateInTheWay(look, candidate, { who, resourceId: candidate.id, onOwnGrid: search.people === null })
  })
  // One free place is enough: then no place is in the way.
  return rows.some((row) => row.length === 0) ? [] : rows.flat()
}

interface Named {
  readonly who: string
  readonly resourceId: string
  /** The grid of starts is theirs, not somebody else's. */
  readonly onOwnGrid: boolean
}

function candidateInTheWay(look: Look, candidate: Candidate, { who, resourceId, onOwnGrid }: Named): InTheWay[] {
  const { start, service, search } = look
  if (!contains(merge(candidate.open), shownAt(look))) return [closed(look, candidate.id, who, merge(candidate.open))]
  const claimed = claimedInterval(lengths(service), start)
  const rows = candidate.busy.some((busy) => overlap(busy, claimed)) ? taken(look, resourceId, who, claimed) : []
  const alone = { ...search, people: [{ ...candidate, busy: [] }], places: null }
  if (onOwnGrid && !slotAt(alone, start)) rows.push({ kind: 'off-grid', who, nearest: nearestOnGrid(alone, start) })
  return rows
}

function taken({ db, ctx }: Look, resourceId: string, who: string, claimed: Interval): InTheWay[] {
  const subjects = subjectsBetween(db, ctx.businessId, resourceId, claimed.start, claimed.end, ctx.now)
  const rows = subjects.flatMap((subject): InTheWay[] => {
    const block = blockById(db, ctx.businessId, subject)
    return block ? [{ kind: 'blocked', who, block }] : entriesOf(db, ctx.businessId, [subject]).map((entry) => ({ kind: 'booked', who, entry }))
  })
  const changes = capacityBetween(db, ctx.businessId, resourceId, claimed.start, claimed.end)?.changes ?? []
  return [...rows, ...changes.map(({ capacity }): InTheWay => ({ kind: 'capacity', who, capacity: capacity ?? 0 }))]
}

function closed({ db, ctx, date, zone }: Look, ownerId: string, who: string, open: readonly Interval[]): InTheWay {
  const exception = exceptionsOf(db, ctx.businessId, ownerId, date).find((row) => row.date === date)
  const thatDay = open.filter((interval) => localDateOf(interval.start, zone) === date)
  return { kind: 'closed', who, ownerId, open: thatDay, exception: exception ? { reason: exception.reason } : null }
}

function nearestOnGrid(search: SlotSearch, start: number): number[] {
  const starts = findSlots(search).map((slot) => slot.start)
  const before = starts.filter((other) => other < start).at(-1)
  const after = starts.find((other) => other > start)
  return [before, after].filter((other) => other !== undefined)
}
