import * as z from 'zod'
import { bookable, installDomains, placeBooking, sessionFollowers, type BookingOrder, type PlacedBooking } from '~/core/bookings/index.server'
import { installPermissions, storeById } from '~/core/businesses/index.server'
import { isLive, installFollowers, sessionById, sessionsWithRoom, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse } from '~/kernel/result'
import { modules } from '~/registry'
import { Boathouse } from './sessions'
import { contextAt, theMorning } from './world'

interface TourChoice {
  readonly session: string
  readonly people: number
}

/** The least that a trade with dates is: so many places in a session, each at the listing's price. */
export const tours = bookable<TourChoice>({
  domain: 'activities',
  prefix: 'AC',
  choice: z.object({ session: z.string(), people: z.number().int().min(1) }),
  plan: (db, ctx, listing, { session: id, people }) => {
    const session = sessionById(db, ctx.businessId, id)
    const store = session && storeById(db, ctx.businessId, session.storeId)
    if (!session || !store || session.listingId !== listing.id || !isLive(session.status)) return refuse({ kind: 'not-offered' })
    const price = session.priceMinor ?? listing.priceMinor ?? 0
    return ok({
      store, startsAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone, sessionId: session.id, quantity: people, trace: null,
      lines: [{ kind: 'item', title: listing.title, amount: price * people }],
      claimSets: [{ claims: [{ resourceId: session.poolId, startsAt: null, endsAt: null, quantity: people }], staffId: session.staffId }],
      needsApproval: false, policyId: null, payment: null,
    })
  },
  alternatives: (db, ctx, listing, { session, people }) => sessionsWithRoom(db, ctx, listing.id, { near: sessionById(db, ctx.businessId, session)?.startsAt ?? ctx.now, places: people, atMost: 3, except: session }).map(({ id }) => ({ session: id, people })),
  offeredBy: () => [],
  describe: (_db, _i18n, { title, staffName }) => ({ title, withWhom: staffName, where: null, facts: [], span: 'hours' }),
  repricesMoves: () => true,
  movePath: 'date',
  onDate: (chosen, session) => ({ ...chosen, session }),
  sessionPath: (sessionId) => `activities/dates/${sessionId}`,
  copyListing: () => refuse('not-offered'),
})

/** A boathouse whose dates are booked. */
export class Tours extends Boathouse {
  #keys = 0

  constructor(now = theMorning) {
    super(now)
    installPermissions(Object.assign({}, ...modules.map((module) => module.permissions)))
    installDomains([tours])
    installFollowers(sessionFollowers)
  }

  customer(now = this.owner.now): BusinessCtx {
    return { ...contextAt(now), businessId: this.owner.businessId, business: this.owner.business, member: null }
  }

  order(sessions: readonly Session[], who = 'Marta', people = 2): BookingOrder {
    this.#keys += 1
    return {
      key: `tour-${this.#keys}`,
      items: sessions.map(({ id }) => ({ listingId: this.tour.id, choice: { session: id, people }, attendeeName: null, attendeeEmail: null, answers: {} })),
      contact: { name: who, email: `${who.toLowerCase()}@example.test`, phone: null }, note: null, channel: 'online',
    }
  }

  /** Books places in sessions, one item for each; throws where it is refused. */
  book(sessions: Session | readonly Session[], who?: string, people?: number, now?: number): PlacedBooking {
    const placed = placeBooking(this.customer(now), this.order('id' in sessions ? [sessions] : sessions, who, people))
    if (!placed.ok) throw new Error(`Not booked: ${JSON.stringify(placed.refusal)}`)
    return placed.value
  }
}
