import { capacityBetween, fullIntervals, resourceById, resourceOfOwner, takenBetween } from '~/core/allocation/index.server'
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
  /** A booking item that is to be moved: what it holds itself counts as free. */
  readonly ignoring?: string | null
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
  const hours = (owners: readonly string[]) => openHours(db, ctx.businessId, owners, addDays(from, -1), to, zone)
  const storeOpen = hours([store.id]).get(store.id) ?? []
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
    people: service.staffChoice === 'places' ? null : people(db, ctx, asked, hours, storeOpen, reach),
    places: places(db, ctx, service, asked, hours, storeOpen, reach),
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

type Hours = (owners: readonly string[]) => Map<string, Interval[]>

function people(db: Db, ctx: BusinessCtx, asked: Asked, hours: Hours, storeOpen: Interval[], reach: Interval): Candidate[] {
  const openings = hours(asked.staff.map((person) => person.id))
  const open = merge(storeOpen)
  return asked.staff.flatMap((person) => {
    const resource = resourceOfOwner(db, ctx.businessId, 'person', person.id)
    if (!resource) return []
    return { id: person.id, open: intersect(openings.get(person.id) ?? [], open), busy: busyOf(db, ctx, resource.id, asked, reach) }
  })
}

function places(db: Db, ctx: BusinessCtx, service: Service, asked: Asked, hours: Hours, storeOpen: Interval[], reach: Interval): Candidate[] | null {
  const seats = service.seatsResourceId === null ? null : resourceById(db, ctx.businessId, service.seatsResourceId)
  const wanted = seats ? [seats] : service.places.filter((place) => place.storeId === null || place.storeId === asked.store.id)
  if (!seats && service.places.length === 0) return null
  return wanted.map((place) => {
    // A room without hours of its own is open whenever its store is.
    const ownHours = weeklyHoursOf(db, ctx.businessId, place.id).length > 0 || exceptionsOf(db, ctx.businessId, place.id, asked.from).length > 0
    return { id: place.id, open: ownHours ? (hours([place.id]).get(place.id) ?? []) : storeOpen, busy: busyOf(db, ctx, place.id, asked, reach) }
  })
}

function busyOf(db: Db, ctx: BusinessCtx, resourceId: string, { ignoring = null, asIfFree = false }: Asked, reach: Interval): Interval[] {
  if (asIfFree) return []
  const { start: from, end: to } = reach
  const capacity = capacityBetween(db, ctx.businessId, resourceId, from, to) ?? { usual: 0, changes: [] }
  return fullIntervals(takenBetween(db, ctx.businessId, resourceId, { from, to, now: ctx.now, ignoring }), capacity, 1)
}
