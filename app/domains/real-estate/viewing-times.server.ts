import { peopleToBook } from '~/core/allocation/index.server'
import { staffById, type StaffProfile } from '~/core/businesses/index.server'
import { openHours, type PartSearch, type TimesAsked } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, hour, localDateOf, minute, startOfDay, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Property, ViewingTerms } from './queries.server'

/** A property that somebody shows to whoever books a viewing: its store is open, and an agent is there. */
export interface ShownToVisitors extends Property {
  readonly viewing: ViewingTerms
  readonly store: NonNullable<Property['store']>
}

export function isShown(property: Property | null): property is ShownToVisitors {
  return property !== null && property.viewing !== null && property.store !== null
}

/** Viewings begin on the hour and half past it, from when the day of an agent begins. */
const stepMs = 30 * minute

export interface ViewingAsked {
  /** Local dates of the property, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** The items of a booking that is about to move. */
  readonly ignoring?: readonly string[]
  /** A member books: notice and window do not bind them. */
  readonly atDesk?: boolean
  /** The one agent who is to show it; left out where anybody does. */
  readonly agentId?: string | null
  /** Only who works when is asked: nothing counts as taken. */
  readonly asIfFree?: boolean
}

/** For whom times are looked for, and what counts as free. */
export type ViewingSought = Pick<ViewingAsked, 'ignoring' | 'atDesk' | 'agentId'>

/** The search of the agents' free time over a range of dates: their hours alone count, whatever those of the store. */
export function viewingSearch(db: Db, ctx: BusinessCtx, property: ShownToVisitors, { from, to, ignoring = [], atDesk = false, agentId = null, asIfFree = false }: ViewingAsked): PartSearch {
  const { viewing, store } = property
  const zone = store.timeZone
  const window = viewingWindow(ctx.now, property)
  const earliest = Math.max(startOfDay(from, zone), atDesk ? -Infinity : window.earliest)
  const latest = Math.min(startOfDay(addDays(to, 1), zone), atDesk ? Infinity : window.latest)
  const agents = agentsOf(db, property).map(({ id }) => id).filter((id) => agentId === null || id === agentId)
  // An opening belongs to the date on which it begins: what is left of last night is found from the day before.
  const hours = openHours(db, ctx.businessId, agents, addDays(from, -1), to, zone)
  const durationMs = viewing.minutes * minute
  return {
    durationMs, bufferBeforeMs: 0, bufferAfterMs: 0, stepMs, earliest, latest, places: null,
    people: peopleToBook(db, ctx, agents.map((id) => ({ id, open: hours.get(id) ?? [] })), { reach: { start: earliest, end: Math.max(earliest, latest) + durationMs }, ignoring, asIfFree }),
  }
}

/** The times at which a property is shown, as they are looked for. */
export function viewingTimes(db: Db, ctx: BusinessCtx, property: ShownToVisitors, { ignoring = [], atDesk = false, agentId = null }: ViewingSought = {}): TimesAsked {
  return {
    ...viewingWindow(ctx.now, property),
    zone: property.store.timeZone,
    atDesk,
    searches: (from, to) => [viewingSearch(db, ctx, property, { from, to, ignoring, atDesk, agentId })],
    key: ['viewing', property.listing.id, ignoring, agentId],
    names: null,
  }
}

/** From when until when a viewing may be booked online, as seen at `now`: `latest` is the midnight after the last day of the window. */
export function viewingWindow(now: number, { viewing, store }: Pick<ShownToVisitors, 'viewing' | 'store'>): { readonly earliest: number; readonly latest: number } {
  return { earliest: now + viewing.noticeHours * hour, latest: startOfDay(addDays(localDateOf(now, store.timeZone), viewing.windowDays + 1), store.timeZone) }
}

/** Those who show it and still work there. */
export function agentsOf(db: Db, { viewing, listing }: Pick<ShownToVisitors, 'viewing' | 'listing'>): StaffProfile[] {
  return viewing.agentIds.flatMap((id) => staffById(db, listing.businessId, id) ?? []).filter(({ active }) => active)
}
