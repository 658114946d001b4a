import { fullBetween, peopleToBook, resourceById, type Resource } from '~/core/allocation/index.server'
import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { intersect, merge, openHours, weeklyHoursOf, exceptionsOf, type Candidate, type SlotSearch } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, minute, startOfDay, type Interval, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Service } from './queries.server'

/** Who and what is asked for, and when. */
export interface Asked {
  readonly store: Store
  /** The people who would do; all who offer it where nobody is named. */
  readonly staff: readonly StaffProfile[]
  /** Local dates of the store, both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Booking items that are to be moved: what they hold themselves counts as free. */
  readonly ignoring?: readonly string[]
  /** A member books: notice and window do not bind them. */
  readonly atDesk?: boolean
  /** Only who works when is asked: nothing counts as taken. */
  readonly asIfFree?: boolean
}

/** The search over a range of dates: each person and place with its openings and with what is taken of it. */
export function searchFor(db: Db, ctx: BusinessCtx, service: Service, asked: Asked): SlotSearch {
  const { store, from, to } = asked
  const zone = store.timeZone
  const range = { start: startOfDay(from, zone), end: startOfDay(addDays(to, 1), zone) }
  // An opening belongs to the date on which it begins: what is left of last night is found from the day before.
  const wanted = placesFor(db, ctx, service, asked)
  const owners = [store, ...(service.staffChoice === 'places' ? [] : asked.staff), ...(wanted ?? [])].map(({ id }) => id)
  const hours = openHours(db, ctx.businessId, owners, addDays(from, -1), to, zone)
  const window = bookableWindow(ctx.now, service, zone)
  const earliest = Math.max(range.start, asked.atDesk ? -Infinity : window.earliest)
  const latest = Math.min(range.end, asked.atDesk ? Infinity : window.latest)
  // Whatever a visit that starts between the two could touch.
  const { durationMs, bufferBeforeMs, bufferAfterMs } = lengths(service)
  const reach = { start: earliest - bufferBeforeMs, end: latest + durationMs + bufferAfterMs }
  return {
    ...lengths(service),
    stepMs: service.stepMinutes * minute,
    earliest,
    latest,
    people: service.staffChoice === 'places' ? null : people(db, ctx, asked, hours, reach),
    places: wanted?.map((place) => placeIn(db, ctx, place, asked, hours, reach)) ?? null,
  }
}

/** From when until when a service may be booked online, as seen at `now`: `latest` is the midnight after the last day of the window. */
export function bookableWindow(now: number, { noticeMinutes, windowDays }: Service, zone: string): { earliest: number; latest: number } {
  return { earliest: now + noticeMinutes * minute, latest: startOfDay(addDays(localDateOf(now, zone), windowDays + 1), zone) }
}

/** Duration and buffers in milliseconds. */
export function lengths({ durationMinutes, bufferBeforeMinutes, bufferAfterMinutes }: Service) {
  return { durationMs: durationMinutes * minute, bufferBeforeMs: bufferBeforeMinutes * minute, bufferAfterMs: bufferAfterMinutes * minute }
}

type Hours = ReadonlyMap<string, Interval[]>

function people(db: Db, ctx: BusinessCtx, asked: Asked, hours: Hours, reach: Interval): Candidate[] {
  const open = merge(hours.get(asked.store.id) ?? [])
  return peopleToBook(db, ctx, asked.staff.map(({ id }) => ({ id, open: intersect(hours.get(id) ?? [], open) })), { ...asked, reach })
}

/** The places any one of which would do; null where the service needs none. */
function placesFor(db: Db, ctx: BusinessCtx, service: Service, asked: Asked): readonly Resource[] | null {
  const seats = service.seatsResourceId === null ? null : resourceById(db, ctx.businessId, service.seatsResourceId)
  if (seats) return [seats]
  return service.places.length === 0 ? null : service.places.filter((place) => place.storeId === null || place.storeId === asked.store.id)
}

function placeIn(db: Db, ctx: BusinessCtx, { id }: Resource, asked: Asked, hours: Hours, reach: Interval): Candidate {
  // A room without hours of its own is open whenever its store is.
  const ownHours = weeklyHoursOf(db, ctx.businessId, id).length > 0 || exceptionsOf(db, ctx.businessId, id, asked.from).length > 0
  return { id, open: hours.get(ownHours ? id : asked.store.id) ?? [], busy: busyOf(db, ctx, id, asked, reach) }
}

function busyOf(db: Db, ctx: BusinessCtx, resourceId: string, { ignoring = [], asIfFree = false }: Asked, reach: Interval): Interval[] {
  if (asIfFree) return []
  return fullBetween(db, ctx.businessId, resourceId, { from: reach.start, to: reach.end, now: ctx.now, ignoring })
}
