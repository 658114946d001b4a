import { peopleInOrder, type Claim } from '~/core/allocation/index.server'
import { bookable, type ChoiceRefusal, type ClaimSet, type Plan, type PlanTerms } from '~/core/bookings/index.server'
import type { Listing } from '~/core/listings/index.server'
import { claimedInterval, slotAt, slotsAmong } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { localDateOf, minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { duplicateService } from './arrange-services.server'
import { choice, chosenAt, startOf, type Choice } from './choice'
import { freeDays } from './free-days.server'
import { nearestVisits } from './open-visits.server'
import { serviceOf, type Service } from './queries.server'
import { bookableWindow, lengths, searchFor, type Asked } from './search.server'
import { hoursUsed } from './use.server'
import { mustChoose, staffFor, storeFor } from './who-and-where.server'

/** Appointments, as the core books them. */
export const appointments = bookable<Choice>({
  domain: 'appointments',
  prefix: 'AP',
  choice,
  plan,
  alternatives,
  offeredBy: (db, listing) => serviceOf(db, listing)?.staff.map((person) => person.id) ?? [],
  describe: (_db, _i18n, { title, staffName }) => ({ title, withWhom: staffName, where: null, facts: [], span: 'hours' }),
  repricesMoves: () => false,
  movePath: 'move',
  freeDays,
  use: hoursUsed,
  useName: (i18n) => i18n.t('Hours used'),
  copyListing: (ctx, listingId) => {
    const copy = duplicateService(ctx, listingId)
    return copy.ok ? ok(copy.value.listing.id) : copy
  },
})

function plan(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, { atDesk }: PlanTerms): Result<Plan, ChoiceRefusal> {
  const service = serviceOf(db, listing)
  const asked = service && askedFor(service, chosen, atDesk)
  if (!service || !asked || (listing.status !== 'active' && !atDesk)) return refuse({ kind: 'not-offered' })
  if (mustChoose(service) && chosen.staff === null && !atDesk) return refuse({ kind: 'choose-person' })
  const start = startOf(chosen)
  const late = outsideWindow(ctx.now, service, asked.store.timeZone, start, atDesk)
  if (late) return refuse(late)

  // Whether it fits is for the core to find out.
  const search = searchFor(db, ctx, service, { ...asked, asIfFree: true })
  const open = chosen.follows ? slotsAmong(search, [start])[0] : slotAt(search, start)
  if (!open) return refuse({ kind: 'not-a-time' })
  return ok({
    store: asked.store,
    startsAt: start,
    endsAt: open.end,
    timeZone: asked.store.timeZone,
    sessionId: null,
    quantity: 1,
    trace: null,
    lines: listing.priceMinor === null ? [] : [{ kind: 'item', title: listing.title, amount: listing.priceMinor }],
    claimSets: claimSets(db, ctx, service, asked, start, open),
    needsApproval: service.approval,
    policyId: service.policyId,
    payment: service.payment,
  })
}

/** The three free times nearest to the one wanted. Of a service that follows on another it knows nothing: whoever books them asks for the visit. */
function alternatives(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice): Choice[] {
  const service = serviceOf(db, listing)
  const asked = service && askedFor(service, chosen, ctx.member !== null)
  if (!service || !asked) return []
  const { store, staff, atDesk } = asked
  return nearestVisits(db, ctx, { store, parts: [{ service, staff }], atDesk }, startOf(chosen)).map(({ start }) => chosenAt(start, chosen.staff, chosen.store))
}

function askedFor(service: Service, chosen: Choice, atDesk: boolean): Asked | null {
  const store = storeFor(service, chosen.store)
  const staff = staffFor(service, chosen.staff)
  if (!store || !staff) return null
  const date = localDateOf(startOf(chosen), store.timeZone)
  return { store, staff, from: date, to: date, atDesk }
}

function outsideWindow(now: number, service: Service, zone: string, start: number, atDesk: boolean): ChoiceRefusal | null {
  if (atDesk) return start + service.durationMinutes * minute <= now ? { kind: 'past' } : null
  const { earliest, latest } = bookableWindow(now, service, zone)
  if (start < now) return { kind: 'past' }
  if (start < earliest) return { kind: 'too-soon', earliest }
  return start >= latest ? { kind: 'too-far', latest } : null
}

/** Each person who works then, in the order of preference, with each place that is open then. */
function claimSets(db: Db, ctx: BusinessCtx, service: Service, asked: Asked, start: number, open: { people: readonly string[]; places: readonly string[] }): ClaimSet[] {
  const interval = claimedInterval(lengths(service), start)
  const claim = (resourceId: string): Claim => ({ resourceId, startsAt: interval.start, endsAt: interval.end, quantity: 1 })
  const places = open.places.map((id) => [claim(id)])
  if (service.staffChoice === 'places') return places.map((claims) => ({ claims, staffId: null }))
  return peopleInOrder(db, ctx.businessId, open.people, start, asked.store.timeZone).flatMap(({ staffId, resourceId }) =>
    (places.length > 0 ? places : [[]]).map((claims) => ({ claims: [claim(resourceId), ...claims], staffId })),
  )
}
