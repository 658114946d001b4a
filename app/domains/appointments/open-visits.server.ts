import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { nearestTimes, nextTime, partStarts, timesOn, weekOfTimes, type DayOfTimes, type PartLength, type PartSearch, type TimesAsked, type Visit } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, day, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Service } from './queries.server'
import { bookableWindow, lengths, searchFor } from './search.server'

/** One of the services of a visit. */
export interface Part {
  readonly service: Service
  /** The people who would do. */
  readonly staff: readonly StaffProfile[]
  /** The least time after what is shown of the one before, in milliseconds: as it was booked, where it moves. */
  readonly gapMs?: number
}

/** What is asked for: one service, or several one after the other at one place. */
export interface VisitTerms {
  readonly store: Store
  readonly parts: readonly Part[]
  /** One and the same person for whatever needs one. */
  readonly onePerson?: boolean
  /** Booking items that are to be moved: what they hold themselves counts as free. */
  readonly ignoring?: readonly string[]
  /** A member books: notice and window do not bind them. */
  readonly atDesk?: boolean
}

/** The times of a visit, as they are looked for. */
export function timesOf(db: Db, ctx: BusinessCtx, terms: VisitTerms): TimesAsked {
  const { store, parts, onePerson = false, ignoring = [] } = terms
  return {
    ...visitWindow(ctx.now, terms),
    zone: store.timeZone,
    onePerson,
    ...(terms.atDesk === undefined ? {} : { atDesk: terms.atDesk }),
    searches: (from, to) => searchesFor(db, ctx, terms, from, to),
    key: [store.id, onePerson, ignoring, parts.map(({ service, staff, gapMs = 0 }) => [service.listing.id, gapMs, staff.map(({ id }) => id)])],
    names: onePerson ? new Map(parts.flatMap(({ staff }) => staff.map(({ id, slug, name }) => [id, { slug, name }] as const))) : null,
  }
}

/** The visits on offer whose first service starts on local dates from `from` to `to`, in order. */
export function openVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, from: LocalDate, to: LocalDate): Visit[] {
  return timesOn(timesOf(db, ctx, terms), from, to)
}

/** A week of times, day by day. */
export function weekOfVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, from: LocalDate): DayOfTimes[] {
  return weekOfTimes(timesOf(db, ctx, terms), from)
}

/** The first visit on offer from a local date on; null for none. */
export function nextVisit(db: Db, ctx: BusinessCtx, terms: VisitTerms, first: LocalDate): Visit | null {
  return nextTime(timesOf(db, ctx, terms), first)
}

/** The three visits on offer nearest to a start that was not. */
export function nearestVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, start: number): Visit[] {
  return nearestTimes(timesOf(db, ctx, terms), start)
}

/** When each service of a visit starts if the first one starts then. */
export function startsOf({ parts }: Pick<VisitTerms, 'parts'>, start: number): number[] {
  return partStarts(parts.map(lengthOf), start)
}

/** From when until when a visit may start, as seen at `now`: notice and window of each service hold for its own start. */
export function visitWindow(now: number, { parts, store }: VisitTerms): { earliest: number; latest: number } {
  const offsets = startsOf({ parts }, 0)
  const windows = parts.map(({ service }, at) => {
    const { earliest, latest } = bookableWindow(now, service, store.timeZone)
    const offset = offsets[at] ?? 0
    return { earliest: earliest - offset, latest: latest - offset }
  })
  return { earliest: Math.max(...windows.map(({ earliest }) => earliest)), latest: Math.min(...windows.map(({ latest }) => latest)) }
}

function searchesFor(db: Db, ctx: BusinessCtx, { store, parts, ignoring, atDesk }: VisitTerms, from: LocalDate, to: LocalDate): PartSearch[] {
  const offsets = startsOf({ parts }, 0)
  return parts.map(({ service, staff, gapMs = 0 }, at) => {
    // What follows may begin after midnight.
    const last = addDays(to, Math.ceil((offsets[at] ?? 0) / day))
    return { ...searchFor(db, ctx, service, { store, staff, from, to: last, ignoring, atDesk }), gapMs }
  })
}

function lengthOf({ service, gapMs = 0 }: Part): PartLength {
  return { ...lengths(service), gapMs }
}
