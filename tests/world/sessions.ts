import { claimAll, createResource } from '~/core/allocation/index.server'
import type { Store } from '~/core/businesses/index.server'
import type { Listing } from '~/core/listings/index.server'
import { createSeries, createSession, placesOfSession, sessionById, type Places, type SeriesDraft, type Session, type SessionDraft } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatInstant } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { addPerson, business, memberCtx } from './businesses'
import { listing } from './listings'
import { theMorning } from './world'

/** A boathouse in Lisbon: a tour, two guides and a room, without anybody booked. */
export class Boathouse {
  readonly owner: BusinessCtx
  readonly store: Store
  readonly tour: Listing
  readonly guides: { readonly Ana: string; readonly Rui: string }
  readonly room: string

  constructor(now = theMorning) {
    const made = business('Boathouse', now)
    this.owner = made.ctx
    this.store = made.store
    this.tour = listing(made.ctx, [made.store.id], { domain: 'activities', title: 'Tour', priceMinor: 4000 })
    this.guides = { Ana: addPerson(made.ctx.businessId, 'Ana'), Rui: addPerson(made.ctx.businessId, 'Rui') }
    this.room = transact((db) => createResource(db, made.ctx, { businessId: made.ctx.businessId, storeId: null, kind: 'place', ownerId: null, name: 'Boat shed', capacity: 1 }))
  }

  /** The owner at another time. */
  at(now: number): BusinessCtx {
    return this.owner.actor.kind === 'user' ? memberCtx(this.owner.businessId, this.owner.actor.id, now) : this.owner
  }

  /** Two hours with ten places, without guide and room unless told otherwise. */
  draft(start: string, more: Partial<SessionDraft> = {}): SessionDraft {
    return {
      listingId: this.tour.id, storeId: this.store.id, start, durationMinutes: 120, title: null, capacity: 10, priceMinor: null, staffId: null, placeIds: [], prepareMinutes: 0,
      clearMinutes: 0, minPeople: null, decideBeforeMinutes: null, ...more,
    }
  }

  /** A session; throws where it is refused. */
  session(start: string, more: Partial<SessionDraft> = {}): Session {
    const made = createSession(this.owner, this.draft(start, more))
    if (!made.ok) throw new Error(`No session: ${JSON.stringify(made.refusal)}`)
    return made.value
  }

  /** A series; throws where it is refused. */
  series(rule: string, start: string, more: Partial<SeriesDraft> = {}): readonly Session[] {
    const made = createSeries(this.owner, { ...this.draft(start), rule, skip: [], ...more })
    if (!made.ok) throw new Error(`No series: ${JSON.stringify(made.refusal)}`)
    return made.value.sessions
  }

  /** Takes places as a booking's item does; answers whether there were so many. */
  claimPlaces(sessionId: string, quantity: number, { subject = 'an item', expiresAt = null as number | null, now = theMorning } = {}): boolean {
    const claim = { resourceId: this.now(sessionId).poolId, startsAt: null, endsAt: null, quantity }
    return transact(() => claimAll(this.at(now), [claim], { businessId: this.owner.businessId, subject, kind: 'booking', expiresAt })).ok
  }

  /** The places of a session as they stand at `now`. */
  placesLeft(sessionId: string, now = theMorning): Places {
    return read((db) => placesOfSession(db, this.owner.businessId, this.now(sessionId), now))
  }

  /** A session as it stands now. */
  now(sessionId: string): Session {
    const session = read((db) => sessionById(db, this.owner.businessId, sessionId))
    if (!session) throw new Error(`No session ${sessionId}`)
    return session
  }

  /** Wall time and instant of a session as it stands now. */
  when(sessionId: string): string {
    const { localStart, startsAt } = this.now(sessionId)
    return `${localStart} ${formatInstant(startsAt)}`
  }
}
