import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { addDays, localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { placesOf, resourceById } from '../allocation/index.server'
import { staffById, staffOf, type Store } from '../businesses/index.server'
import { recurrenceWords, weekdayWord } from '../schedules/index.server'
import { peopleIn } from './followers.server'
import { isLive } from './model/states'
import { placesIn, placesOfSession, sessionsOf, type SessionCursor } from './queries.server'
import { placeIdsOf, seriesById, type Session } from './rows.server'
import { sessionCursorIn } from './session-cursor'
import { sessionRefusalWords } from './words'

export interface ShownDate {
  readonly id: string
  readonly title: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly status: Session['status']
  readonly capacity: number | null
  readonly taken: number
  readonly held: number
}

/** A page of the dates of a listing, as its address says: those ahead, or those that have begun, the latest first. */
export function shownDates(db: Db, ctx: BusinessCtx, listingId: string, query: URLSearchParams): { past: boolean; dates: ShownDate[]; next: SessionCursor | null } {
  const past = query.get('dates') === 'past'
  const { sessions, next } = sessionsOf(db, ctx.businessId, listingId, { from: ctx.now, after: sessionCursorIn(query), order: past ? 'back' : 'ahead', size: 30 })
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  return {
    past, next,
    dates: sessions.map((session) => ({
      id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone, status: session.status, ...numbers(places.get(session.id)),
    })),
  }
}

/** The next date of a listing that takes place or may, with what is taken of it; null where none lies ahead. */
export function nextDate(db: Db, ctx: BusinessCtx, listingId: string) {
  const [next] = sessionsOf(db, ctx.businessId, listingId, { from: ctx.now, statuses: ['scheduled', 'confirmed'], size: 1 }).sessions
  return next ? { at: formatDateTime(ctx.i18n.locale, next.timeZone, next.startsAt), ...numbers(placesIn(db, ctx.businessId, [next], ctx.now).get(next.id)) } : null
}

/** Guides and rooms to choose from; those out of use only where a date has them. */
export function dateChoices(db: Db, ctx: BusinessCtx, kept: { readonly staffId: string | null; readonly placeIds: readonly string[] } = { staffId: null, placeIds: [] }) {
  return {
    currency: ctx.business.currency,
    guides: staffOf(db, ctx.businessId).filter(({ id, active }) => active || id === kept.staffId).map(({ id, name }) => ({ value: id, label: name })),
    places: placesOf(db, ctx.businessId).filter(({ id, active }) => active || kept.placeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

interface Usual {
  readonly time: string
  readonly durationMinutes: number
  readonly capacity: number | null
}

/** What the form of new dates offers, and what it begins with: tomorrow. */
export function newDates(db: Db, ctx: BusinessCtx, stores: readonly Store[], { time, durationMinutes, capacity }: Usual) {
  return {
    choices: dateChoices(db, ctx),
    stores: stores.map(({ id, name }) => ({ value: id, label: name })),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekdayWord(ctx.i18n, day) })),
    values: { date: addDays(localDateOf(ctx.now, ctx.business.timeZone), 1), time, durationMinutes, capacity: capacity ?? '', repeats: 'no', every: 1, storeId: stores[0]?.id, prepareMinutes: 0, clearMinutes: 0 },
  }
}

/** A date as the desk sees it: when it is, what it needs, and how many come. */
export function deskDateFacts(db: Db, ctx: BusinessCtx, session: Session) {
  const { businessId } = ctx
  const series = session.seriesId === null ? null : seriesById(db, businessId, session.seriesId)
  const placeIds = placeIdsOf(db, session.id)
  return {
    id: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: session.timeZone,
    status: session.status,
    reason: session.reason,
    ownTitle: session.title,
    inSeries: session.seriesId !== null,
    isAhead: isLive(session.status) && session.startsAt > ctx.now,
    /** Asked at the deadline, and not answered yet. */
    toDecide: session.status === 'scheduled' && session.askedAt !== null && session.startsAt > ctx.now,
    minPeople: session.minPeople,
    decideBy: session.decideBy,
    repeats: series && recurrenceWords(ctx.i18n, series.rule),
    guide: session.staffId === null ? null : (staffById(db, businessId, session.staffId)?.name ?? null),
    rooms: placeIds.flatMap((id) => resourceById(db, businessId, id)?.name ?? []),
    places: placesOfSession(db, businessId, session, ctx.now),
    in: peopleIn(db, businessId, [session.id]).get(session.id) ?? { bookings: 0, people: 0 },
    choices: dateChoices(db, ctx, { staffId: session.staffId, placeIds }),
  }
}

export type DeskDateFacts = ReturnType<typeof deskDateFacts>

/** What the pages of one date have above them. */
export function dateHead(ctx: BusinessCtx, session: Session, { name, back }: { readonly name: string; readonly back: string }) {
  const [date = '', time = ''] = session.localStart.split('T')
  return {
    when: formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt), name: session.title ?? name, back,
    inSeries: session.seriesId !== null, closed: closedWords(ctx, session), values: { date, time, scope: 'one' },
  }
}

/** Why nothing of a date can be moved or called off any more; null while it can. */
function closedWords(ctx: BusinessCtx, { status, startsAt, timeZone }: Session): string | null {
  if (status === 'cancelled') return ctx.i18n.t('This date is cancelled already.')
  if (!isLive(status)) return sessionRefusalWords(ctx.i18n, { kind: 'not-from-here', status }, timeZone)
  return startsAt > ctx.now ? null : sessionRefusalWords(ctx.i18n, { kind: 'already-started' }, timeZone)
}

function numbers(places: { capacity: number | null; taken: number; held: number } | undefined) {
  return { capacity: places?.capacity ?? null, taken: places?.taken ?? 0, held: places?.held ?? 0 }
}
