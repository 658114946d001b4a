import { instantText } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { listingsByIds } from '../listings/index.server'
import { placeIdsOf, placesIn, sessionsBetween, sessionStatusWord, type Places, type Session } from '../sessions/index.server'
import type { Face, Looking } from './calendar-faces.server'

/** A session as a calendar shows it: once, however many are booked in it, with who leads it and where. */
export interface SessionFace extends Face {
  readonly staffId: string | null
  readonly placeIds: readonly string[]
}

/** Far more than a month of a busy house has. */
const most = 1000

/** The sessions that touch `[from, to)` and were not cancelled, by start. */
export function sessionFaces(db: Db, looking: Looking, from: number, to: number): SessionFace[] {
  const { ctx, narrowed } = looking
  const sessions = sessionsBetween(db, ctx.businessId, from, to, { ...narrowed, statuses: ['scheduled', 'confirmed', 'completed'] }, most)
  const titles = new Map(listingsByIds(db, ctx.businessId, [...new Set(sessions.map(({ listingId }) => listingId))]).map(({ id, title }) => [id, title]))
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  return sessions.map((session) => ({
    ...sessionFace(looking, session, session.title ?? titles.get(session.listingId) ?? '', places.get(session.id)),
    staffId: session.staffId,
    placeIds: looking.address.view === 'day' && session.staffId === null ? placeIdsOf(db, session.id) : [],
  }))
}

function sessionFace({ ctx, base, trades, people, address }: Looking, session: Session, title: string, places: Places | undefined): Face {
  const { i18n } = ctx
  const trade = trades[session.domain] ?? session.domain
  // It waits for enough people.
  const waits = session.status === 'scheduled' && session.minPeople !== null
  const person = session.staffId === null || address.staff !== '' || address.view === 'day' ? undefined : people.get(session.staffId)
  return {
    key: session.id,
    href: `${base}/bookings?session=${session.id}`,
    dateTime: instantText(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    domain: session.domain,
    kind: waits ? `${trade}, ${sessionStatusWord(i18n, session.status)}` : trade,
    title,
    detail: [takenWords(i18n, places), person].filter(Boolean).join(' · '),
    pending: waits,
  }
}

function takenWords(i18n: Looking['ctx']['i18n'], places: Places | undefined): string | undefined {
  if (!places) return undefined
  const { taken, capacity } = places
  if (capacity === null) return i18n.t('{count, plural, one {# booked} other {# booked}}', { count: taken })
  return taken >= capacity ? i18n.t('{taken} of {capacity}, full', { taken, capacity }) : i18n.t('{taken} of {capacity}', { taken, capacity })
}
