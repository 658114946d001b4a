import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { findVisits, nearestSlots, partStarts, type PartLength, type PartSearch, type Visit } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, day, localDateOf, type LocalDate } from '~/kernel/time'
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

/** The visits on offer whose first service starts on local dates from `from` to `to`, in order. */
export function openVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, from: LocalDate, to: LocalDate): Visit[] {
  return findVisits(searchesFor(db, ctx, terms, from, to), terms)
}

export interface DayOfVisits {
  readonly date: LocalDate
  readonly visits: readonly Visit[]
  /** Why there are none: nobody works, everything is taken, or it lies outside what may be booked. */
  readonly none: 'closed' | 'full' | 'outside' | null
}

/** A week of times, day by day. */
export function weekOfVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, from: LocalDate): DayOfVisits[] {
  const zone = terms.store.timeZone
  const searches = searchesFor(db, ctx, terms, from, addDays(from, 6))
  const byDate = grouped(findVisits(searches, terms), zone)
  const opens = openDates(searches[0], zone)
  const { earliest, latest } = visitWindow(ctx.now, terms)
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index)
    const visits = byDate.get(date) ?? []
    const outside = !terms.atDesk && (date < localDateOf(earliest, zone) || date >= localDateOf(latest, zone))
    return { date, visits, none: visits.length > 0 ? null : outside ? 'outside' : opens.has(date) ? 'full' : 'closed' }
  })
}

/** The first visit on offer from a local date on, looked for in two days and then week by week to the end of the window; null for none. */
export function nextVisit(db: Db, ctx: BusinessCtx, terms: VisitTerms, first: LocalDate): Visit | null {
  const last = localDateOf(visitWindow(ctx.now, terms).latest, terms.store.timeZone)
  for (let from = first, days = 2; from <= last; from = addDays(from, days), days = 7) {
    const [visit] = openVisits(db, ctx, terms, from, addDays(from, days - 1))
    if (visit) return visit
  }
  return null
}

/** The three visits on offer nearest to a start that was not, looked for in ever wider circles. */
export function nearestVisits(db: Db, ctx: BusinessCtx, terms: VisitTerms, start: number): Visit[] {
  const date = localDateOf(start, terms.store.timeZone)
  for (const days of [2, 7, 28]) {
    const visits = openVisits(db, ctx, terms, addDays(date, -days), addDays(date, days))
    if (visits.length >= 3) return nearestSlots(visits, start, 3)
  }
  return nearestSlots(openVisits(db, ctx, terms, addDays(date, -120), addDays(date, 120)), start, 3)
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

function openDates(search: PartSearch | undefined, zone: string): Set<LocalDate> {
  const openings = (search?.people ?? search?.places ?? []).flatMap((candidate) => candidate.open)
  return new Set(openings.map((opening) => localDateOf(opening.start, zone)))
}

function grouped(visits: readonly Visit[], zone: string): Map<LocalDate, Visit[]> {
  const byDate = new Map<LocalDate, Visit[]>()
  for (const visit of visits) {
    const date = localDateOf(visit.start, zone)
    const others = byDate.get(date)
    if (others) others.push(visit)
    else byDate.set(date, [visit])
  }
  return byDate
}
