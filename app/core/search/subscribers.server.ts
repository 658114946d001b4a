import type { Db } from '~/platform/database.server'
import type { Envelope, EventKind } from '~/platform/outbox/events'
import { subscribe, type Subscriber } from '~/platform/outbox/index.server'
import { resourceChanged } from '../allocation/events'
import {
  bookingCancelled, bookingConfirmed, bookingDeclined, bookingExpired, bookingItemCancelled, bookingMoved, bookingPlaced, bookingReassigned, bookingSecured, moveAsked, moveDeclined,
} from '../bookings/events'
import { staffChanged, storeChanged } from '../businesses/events'
import { listingChanged } from '../listings/events'
import { hoursChanged } from '../schedules/events'
import { sessionCancelled, sessionChanged, sessionMoved, sessionScheduled } from '../sessions/events'
import { datesTouched, markStale, type Staleness } from './stale-days.server'

interface Span {
  readonly from: number
  readonly to: number
}

/** Marks the days that an event touches, for every listing of the business: a person or a room may serve several, in several trades. */
function follow<Payload extends Record<string, unknown>>(kind: EventKind<Payload>, spans: (payload: Payload) => readonly Span[]): Subscriber {
  return subscribe({
    name: `free days follow ${kind.type}`,
    to: kind,
    run: (db, event, ctx) => {
      for (const { from, to } of spans(event.payload)) mark(db, event, { listingId: null, dates: datesTouched(db, event.businessId ?? '', from, to) }, ctx.now)
    },
  })
}

/** The same where an event says no days, or a listing of its own. */
function followWhole<Payload extends Record<string, unknown>>(kind: EventKind<Payload>, of: (payload: Payload) => Pick<Staleness, 'listingId' | 'dates'>): Subscriber {
  return subscribe({ name: `free days follow ${kind.type}`, to: kind, run: (db, event, ctx) => mark(db, event, of(event.payload), ctx.now) })
}

function mark(db: Db, { id, businessId }: Envelope, stale: Pick<Staleness, 'listingId' | 'dates'>, now: number): void {
  if (businessId !== null) markStale(db, { ...stale, businessId, mark: id }, now)
}

const own = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): Span => ({ from: startsAt, to: endsAt })
/** From one start to another, with its own length at either. */
const both = (facts: { startsAt: number; endsAt: number }, other: number): Span[] => [own(facts), { from: other, to: other + facts.endsAt - facts.startsAt }]
const everything = () => ({ listingId: null, dates: null })

/** Who keeps the projection of free days. It lags behind by seconds. */
export const searchSubscribers: readonly Subscriber[] = [
  ...[bookingPlaced, bookingSecured, bookingConfirmed, bookingDeclined, bookingCancelled, bookingExpired].map((kind) => follow(kind as EventKind<{ startsAt: number; endsAt: number }>, (facts) => [own(facts)])),
  follow(bookingItemCancelled, (facts) => [own(facts)]),
  follow(bookingReassigned, (facts) => [own(facts)]),
  follow(bookingMoved, (facts) => both(facts, facts.fromStartsAt)),
  follow(moveAsked, (facts) => both(facts, facts.toStartsAt)),
  follow(moveDeclined, (facts) => both(facts, facts.toStartsAt)),
  ...[sessionScheduled, sessionChanged, sessionCancelled].map((kind) => follow(kind, (facts) => [own(facts)])),
  follow(sessionMoved, (facts) => both(facts, facts.fromStartsAt)),
  subscribe({
    name: `free days follow ${resourceChanged.type}`,
    to: resourceChanged,
    run: (db, event, ctx) => {
      const { from, to } = event.payload
      mark(db, event, { listingId: null, dates: from === null || to === null ? null : datesTouched(db, event.businessId ?? '', from, to) }, ctx.now)
    },
  }),
  followWhole(hoursChanged, ({ from, to }) => ({ listingId: null, dates: from === null || to === null ? null : { from, to } })),
  followWhole(listingChanged, ({ listingId }) => ({ listingId, dates: null })),
  followWhole(staffChanged, everything),
  followWhole(storeChanged, everything),
]
