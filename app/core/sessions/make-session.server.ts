import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { minute, type LocalDate } from '~/kernel/time'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { createResource, placeById } from '../allocation/index.server'
import { staffById, storeById, type Store } from '../businesses/index.server'
import { listingById, type Listing } from '../listings/index.server'
import type { Occurrence } from '../schedules/index.server'
import { longestSessionMinutes, mostPlaces, type SessionDraft, type SessionTerms } from './draft'
import { sessionScheduled, type SessionFacts } from './events'
import { claimNeeds } from './needs.server'
import type { DraftRefusal, TakenDate } from './refusals'
import { insertSession, type Session } from './rows.server'

/** A draft whose listing, store, people and rooms are this business's. */
export interface CheckedDraft {
  readonly draft: SessionDraft
  readonly listing: Listing
  readonly store: Store
}

/** Looks up what a draft names. */
export function checkDraft(db: Db, ctx: BusinessCtx, draft: SessionDraft): Result<CheckedDraft, DraftRefusal> {
  const listing = listingById(db, ctx.businessId, draft.listingId)
  const store = storeById(db, ctx.businessId, draft.storeId)
  if (!listing) return refuse({ kind: 'unknown-listing' })
  if (!store) return refuse({ kind: 'unknown-store' })
  if (!Number.isInteger(draft.durationMinutes) || draft.durationMinutes < 1 || draft.durationMinutes > longestSessionMinutes) return refuse({ kind: 'out-of-range', field: 'duration' })
  const problem = termsProblem(db, ctx, draft)
  return problem ? refuse(problem) : ok({ draft, listing, store })
}

/** What is wrong with the terms of a session; null where nothing is. */
export function termsProblem(db: Db, ctx: BusinessCtx, terms: SessionTerms): DraftRefusal | null {
  const { capacity, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes } = terms
  if (staffId !== null && !staffById(db, ctx.businessId, staffId)) return { kind: 'unknown-person' }
  if (!placeIds.every((id) => placeById(db, ctx.businessId, id)) || new Set(placeIds).size < placeIds.length) return { kind: 'unknown-place' }
  if (capacity !== null && !within(capacity, 1, mostPlaces)) return { kind: 'out-of-range', field: 'capacity' }
  if (priceMinor !== null && !within(priceMinor, 0, Number.MAX_SAFE_INTEGER)) return { kind: 'out-of-range', field: 'price' }
  if (!within(prepareMinutes, 0, longestSessionMinutes) || !within(clearMinutes, 0, longestSessionMinutes)) return { kind: 'out-of-range', field: 'preparation' }
  const isMinimum = minPeople === null ? decideBeforeMinutes === null : within(minPeople, 1, capacity ?? mostPlaces) && decideBeforeMinutes !== null && within(decideBeforeMinutes, 0, 365 * 24 * 60)
  return isMinimum ? null : { kind: 'out-of-range', field: 'minimum' }
}

/** Makes one session with its pool, and claims guide and rooms; in the caller's transaction, and nothing of it where one of them is taken. */
export function makeSession(ctx: BusinessCtx, { draft, listing, store }: CheckedDraft, { wall, at }: Occurrence, series: { id: string; date: LocalDate } | null): Result<Session, TakenDate> {
  return transact((db): Result<Session, TakenDate> => {
    const id = ctx.newId()
    const poolId = createResource(db, ctx, { businessId: ctx.businessId, storeId: store.id, kind: 'pool', ownerId: id, name: draft.title ?? listing.title, capacity: draft.capacity })
    const { title, priceMinor, staffId, prepareMinutes, clearMinutes, minPeople } = draft
    const session: Session = {
      id, businessId: ctx.businessId, storeId: store.id, listingId: listing.id, domain: listing.domain, seriesId: series?.id ?? null, seriesDate: series?.date ?? null,
      title, localStart: wall, timeZone: store.timeZone, startsAt: at, endsAt: at + draft.durationMinutes * minute, poolId, priceMinor, staffId, prepareMinutes, clearMinutes, minPeople,
      // What needs no number of people takes place.
      status: minPeople === null ? 'confirmed' : 'scheduled', decideBy: decideByOf(at, draft), askedAt: null, reason: null, sequence: 0,
    }
    insertSession(db, session, draft.placeIds, ctx.now)
    const claimed = claimNeeds(db, ctx, id, { ...session, placeIds: draft.placeIds })
    if (!claimed.ok) return refuse({ ...claimed.refusal, sessionId: null })
    announce(db, ctx, sessionScheduled, { businessId: ctx.businessId, storeId: store.id, subject: id, payload: factsOf(session) })
    return ok(session)
  })
}

/** When it is decided whether there are enough. */
export function decideByOf(startsAt: number, { minPeople, decideBeforeMinutes }: Pick<SessionTerms, 'minPeople' | 'decideBeforeMinutes'>): number | null {
  return minPeople === null ? null : startsAt - (decideBeforeMinutes ?? 0) * minute
}

/** What the events of a session carry. */
export function factsOf({ id, listingId, domain, startsAt, endsAt }: Session): SessionFacts {
  return { sessionId: id, listingId, domain, startsAt, endsAt }
}

function within(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to
}
