import * as z from 'zod'
import { resourceOfOwner } from '~/core/allocation/index.server'
import { bookable, type ChoiceRefusal, type FreeDay, type Plan } from '~/core/bookings/index.server'
import { storesOf } from '~/core/businesses/index.server'
import { listingById, type Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { daysBetween, addDays, formatInstant, hour, parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { addBoat } from './add-boat.server'

const choice = z.object({ start: z.string().refine((text) => parseInstant(text) !== null) })
type Choice = z.output<typeof choice>

/** Boats, by the hour. */
export const boats = bookable<Choice>({
  domain: 'boats',
  prefix: 'BO',
  choice,
  plan,
  alternatives: (_db, _ctx, _listing, { start }) => [1, 2, 3].map((later) => ({ start: formatInstant((parseInstant(start) ?? 0) + later * hour) })),
  offeredBy: () => [],
  describe: (_db, _i18n, { title }) => ({ title, withWhom: null, where: null, facts: [], span: 'hours' }),
  repricesMoves: () => false,
  movePath: null,
  copyListing: (ctx, listingId) => addBoat(ctx, (db) => listingById(db, ctx.businessId, listingId)?.title ?? ''),
  freeDays: (_db, _ctx, _listing, from, to): FreeDay[] =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => ({ date: addDays(from, at), places: 1, minutes: 60 })),
  use: () => ({ used: 0, available: 0 }),
})

function plan(db: Db, ctx: BusinessCtx, listing: Listing, { start }: Choice): Result<Plan, ChoiceRefusal> {
  const startsAt = parseInstant(start)
  const [store] = storesOf(db, ctx.businessId)
  const boat = resourceOfOwner(db, ctx.businessId, 'place', listing.id)
  if (startsAt === null || startsAt % hour !== 0) return refuse({ kind: 'not-a-time' })
  if (!store || !boat || listing.status !== 'active') return refuse({ kind: 'not-offered' })
  if (startsAt < ctx.now) return refuse({ kind: 'past' })
  const endsAt = startsAt + hour
  return ok({
    store, startsAt, endsAt, timeZone: store.timeZone, sessionId: null, quantity: 1, trace: null,
    lines: [{ kind: 'item', title: listing.title, amount: listing.priceMinor ?? 0 }],
    claimSets: [{ claims: [{ resourceId: boat.id, startsAt, endsAt, quantity: 1 }], staffId: null }],
    needsApproval: false, policyId: null, payment: { kind: 'on-arrival' },
  })
}
