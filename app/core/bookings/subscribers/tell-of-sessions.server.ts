import type { Ctx } from '~/kernel/ctx'
import { startOfDay } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import type { Envelope } from '~/platform/outbox/events'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { businessById, membersWho, staffById } from '../../businesses/index.server'
import { usersByIds } from '../../identity/index.server'
import { listingById } from '../../listings/index.server'
import { notify } from '../../notifications/index.server'
import { seriesLeftOut, sessionCancelled, sessionMoved, sessionUndecided } from '../../sessions/events'
import { seriesById, sessionById, type Session } from '../../sessions/index.server'
import { domainOf } from '../domain.server'
import { sessionMail, type SessionNews } from '../emails/session-mail.server'

/** What the people of the business are told of sessions: those who decide, of what is to be decided; the guide, of what changes their day. */
export const tellOfSessions: readonly Subscriber[] = [
  subscribe({
    name: 'bookings.tell-of-undecided',
    to: sessionUndecided,
    run: (db, event, ctx) =>
      aboutSession(db, event, (session) => {
        if (session.status !== 'scheduled') return
        const { booked, minPeople } = event.payload
        tell(db, ctx, event, session, { kind: 'session-undecided', booked, minPeople }, leading(db, session.businessId))
      }),
  }),
  subscribe({
    name: 'bookings.tell-guide-moved',
    to: sessionMoved,
    run: (db, event, ctx) =>
      aboutSession(db, event, (session) => {
        if (session.startsAt !== event.payload.startsAt || session.status === 'cancelled') return
        tell(db, ctx, event, session, { kind: 'session-moved', fromStartsAt: event.payload.fromStartsAt }, guideOf(db, session))
      }),
  }),
  subscribe({
    name: 'bookings.tell-guide-cancelled',
    to: sessionCancelled,
    run: (db, event, ctx) => aboutSession(db, event, (session) => tell(db, ctx, event, session, { kind: 'session-cancelled' }, guideOf(db, session))),
  }),
  subscribe({
    name: 'bookings.tell-of-left-out',
    to: seriesLeftOut,
    run: (db, event, ctx) => {
      const { businessId, payload } = event
      const series = businessId === null ? null : seriesById(db, businessId, payload.seriesId)
      const [first] = payload.dates
      if (!series || !first) return
      const startsAt = startOfDay(first, series.timeZone)
      const about = { ...series, id: '', domain: payload.domain, title: series.draft.title, startsAt, endsAt: startsAt + 60_000, reason: null }
      tell(db, ctx, event, about, { kind: 'series-left-out', dates: payload.dates }, leading(db, series.businessId))
    },
  }),
]

interface Reader {
  /** Null for somebody on the staff who has no account. */
  readonly userId: string | null
  readonly email: string
  readonly language: string | null
}

type About = Pick<Session, 'id' | 'businessId' | 'listingId' | 'domain' | 'title' | 'startsAt' | 'endsAt' | 'timeZone' | 'reason'>

function aboutSession(db: Db, { businessId, subject }: Envelope, act: (session: Session) => void): void {
  const session = businessId === null ? null : sessionById(db, businessId, subject)
  if (session) act(session)
}

function tell(db: Db, ctx: Ctx, event: Envelope, session: About, news: SessionNews, readers: readonly Reader[]): void {
  const business = businessById(db, session.businessId)
  const listing = listingById(db, session.businessId, session.listingId)
  if (!business || !listing) return
  const what = session.title ?? listing.title
  const path = session.id === '' ? undefined : domainOf(session.domain).sessionPath?.(session.id)
  const href = `/dashboard/${business.slug}/${path ? `${path}${news.kind === 'session-undecided' ? '/decision' : ''}` : session.domain}`
  const params = { what, business: business.name, startsAt: String(session.startsAt), zone: session.timeZone }
  for (const { userId, email, language } of readers) {
    // Nobody is told of what they did themselves.
    if (userId !== null && userId === event.actor.id) continue
    const key = `${event.id}:${userId ?? email}`
    const wanted = userId === null || notify(db, ctx, { userId, businessId: business.id, kind: news.kind, params, href, key }).email
    if (wanted) enqueueMail(db, ctx, { key, to: email, ...sessionMail({ business, what, session, news, href, language: language ?? business.language, hasAccount: userId !== null }) })
  }
}

function leading(db: Db, businessId: string): Reader[] {
  return accounts(db, membersWho(db, businessId, 'bookings.read-all').map(({ userId }) => userId))
}

function guideOf(db: Db, { businessId, staffId }: Session): Reader[] {
  const guide = staffId === null ? null : staffById(db, businessId, staffId)
  if (!guide) return []
  if (guide.userId !== null) return accounts(db, [guide.userId])
  return guide.email === null ? [] : [{ userId: null, email: guide.email, language: null }]
}

function accounts(db: Db, ids: readonly string[]): Reader[] {
  return [...usersByIds(db, [...ids]).values()].map(({ id, email, language }) => ({ userId: id, email, language }))
}
