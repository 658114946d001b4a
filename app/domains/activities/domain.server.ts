import { bookable, type ChoiceRefusal, type FreeDay, type PartyKind, type Plan, type PlanTerms } from '~/core/bookings/index.server'
import { storeById } from '~/core/businesses/index.server'
import type { Listing } from '~/core/listings/index.server'
import { isLive, placesIn, placesOfSession, sessionById, sessionsBetween, sessionsWithRoom, usedPlaces, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, localDateOf, minute, startOfDay, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { choice, type Choice } from './choice'
import { copyActivity } from './copy-activity.server'
import { describePlace, traceOf } from './describe.server'
import { priceOf, priceOfOne } from './model/price'
import { activityOf, type Activity } from './queries.server'
import { ruleWords } from './rule-words'

/** Activities, as the core books them: an item is so many people in a session. */
export const activities = bookable<Choice>({
  domain: 'activities',
  prefix: 'AC',
  choice,
  plan,
  party: { kinds: kindsOf, choice: (chosen, people) => ({ ...chosen, people: { ...people } }) },
  alternatives,
  offeredBy: () => [],
  describe: describePlace,
  // A date may have a price of its own.
  repricesMoves: () => true,
  movePath: 'date',
  onDate: (chosen, session) => ({ ...chosen, session }),
  ruleWords,
  sessionPath: (sessionId) => `activities/dates/${sessionId}`,
  copyListing: (ctx, listingId) => {
    const copy = copyActivity(ctx, listingId)
    return copy.ok ? ok(copy.value.listing.id) : copy
  },
  freeDays,
  use: (db, businessId, from, to) => usedPlaces(db, businessId, 'activities', from, to),
  useName: (i18n) => i18n.t('Capacity used'),
})

/** Until when a date can be booked by customers. */
export function bookableUntil({ cutOffMinutes }: Pick<Activity, 'cutOffMinutes'>, { startsAt }: Pick<Session, 'startsAt'>): number {
  return startsAt - cutOffMinutes * minute
}

function plan(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, { atDesk, moving = false }: PlanTerms): Result<Plan, ChoiceRefusal> {
  const activity = activityOf(db, listing)
  const session = sessionById(db, ctx.businessId, chosen.session)
  const store = session && storeById(db, ctx.businessId, session.storeId)
  if (!activity || !store || session.listingId !== listing.id || !isLive(session.status) || (listing.status !== 'active' && !atDesk && !moving)) return refuse({ kind: 'not-offered' })
  const price = priceOf(activity, chosen.people, session.priceMinor)
  const refusal = tooLate(activity, session, ctx.now, atDesk) ?? wrongGroup(activity, chosen, price, atDesk || moving)
  if (refusal) return refuse(refusal)
  const { capacity } = placesOfSession(db, ctx.businessId, session, ctx.now)
  const quantity = chosen.private ? capacity : price.places
  // Of a date without an end of places nobody has all.
  if (quantity === null) return refuse({ kind: 'against-rule', rule: 'not-private', figures: {} })
  if (chosen.private && price.places > quantity) return refuse({ kind: 'against-rule', rule: 'group-too-large', figures: { most: quantity } })
  return ok({
    store, startsAt: session.startsAt, endsAt: session.endsAt, timeZone: session.timeZone, sessionId: session.id, quantity: price.people,
    lines: linesOf(ctx, activity, session, chosen, price),
    trace: traceOf(price, chosen.private),
    claimSets: [{ claims: [{ resourceId: session.poolId, startsAt: null, endsAt: null, quantity }], staffId: session.staffId }],
    needsApproval: activity.approval,
    policyId: activity.policyId,
    payment: activity.payment,
  })
}

function tooLate(activity: Activity, session: Session, now: number, atDesk: boolean): ChoiceRefusal | null {
  if (now >= (atDesk ? session.endsAt : session.startsAt)) return { kind: 'past' }
  const until = bookableUntil(activity, session)
  return atDesk || now < until ? null : { kind: 'against-rule', rule: 'cut-off', figures: { until, zone: session.timeZone } }
}

function wrongGroup({ minGroup, maxGroup, kinds, privateMinor }: Activity, { people: chosen, private: alone }: Choice, { people, places }: ReturnType<typeof priceOf>, anyGroup: boolean): ChoiceRefusal | null {
  const known = new Set(kinds.map(({ id }) => id))
  if (Object.keys(chosen).some((id) => !known.has(id))) return { kind: 'not-offered' }
  if (alone && privateMinor === null) return { kind: 'against-rule', rule: 'not-private', figures: {} }
  if (people === 0) return { kind: 'against-rule', rule: 'nobody', figures: {} }
  if (places === 0) return { kind: 'against-rule', rule: 'no-places', figures: {} }
  if (anyGroup || alone) return null
  if (people < minGroup) return { kind: 'against-rule', rule: 'group-too-small', figures: { least: minGroup } }
  return people > maxGroup ? { kind: 'against-rule', rule: 'group-too-large', figures: { most: maxGroup } } : null
}

function linesOf({ i18n }: BusinessCtx, activity: Activity, session: Session, chosen: Choice, { lines, discountMinor, people }: ReturnType<typeof priceOf>): Plan['lines'] {
  const title = session.title ?? activity.listing.title
  if (chosen.private) return [{ kind: 'item', title: i18n.t('{activity}, the whole date', { activity: title }), amount: activity.privateMinor ?? 0 }]
  const off = discountMinor === 0 ? [] : [{ kind: 'discount', title: i18n.t('{percent} % less for {people} people', { percent: activity.bulkPercent ?? 0, people }), amount: -discountMinor } as const]
  return [...lines.map(({ kind, count, amountMinor }) => ({ kind: 'item', title: i18n.t('{activity} – {kind} × {count}', { activity: title, kind: kind.label, count }), amount: amountMinor }) as const), ...off]
}

function kindsOf(db: Db, listing: Listing, chosen: Choice): PartyKind[] {
  const activity = activityOf(db, listing)
  const session = sessionById(db, listing.businessId, chosen.session)
  return activity ? activity.kinds.map(({ id, label, hint }) => ({ id, label, hint, priceMinor: priceOfOne(activity, id, session?.priceMinor ?? null), count: chosen.people[id] ?? 0 })) : []
}

/** The three dates nearest to the one wanted that have room for all. */
function alternatives(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice): Choice[] {
  const activity = activityOf(db, listing)
  const session = sessionById(db, ctx.businessId, chosen.session)
  if (!activity) return []
  const { places } = priceOf(activity, chosen.people, null)
  const near = sessionsWithRoom(db, ctx, listing.id, { near: session?.startsAt ?? ctx.now, places, atMost: 12, except: chosen.session })
  const all = placesIn(db, ctx.businessId, near, ctx.now)
  return near
    .filter((one) => ctx.now < bookableUntil(activity, one) && (!chosen.private || all.get(one.id)?.taken === 0))
    .slice(0, 3)
    .map(({ id }) => ({ ...chosen, session: id }))
}

function freeDays(db: Db, ctx: BusinessCtx, listing: Listing, from: LocalDate, to: LocalDate): FreeDay[] {
  const activity = activityOf(db, listing)
  const zone = ctx.business.timeZone
  if (!activity) return []
  const sessions = sessionsBetween(db, ctx.businessId, startOfDay(addDays(from, -1), zone), startOfDay(addDays(to, 2), zone), { listingId: listing.id, statuses: ['scheduled', 'confirmed'] })
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  const days = new Map<LocalDate, number>()
  for (const session of sessions) {
    const date = localDateOf(session.startsAt, session.timeZone)
    const left = places.get(session.id)?.left ?? unlimited
    if (date < from || date > to || left === 0 || ctx.now >= bookableUntil(activity, session)) continue
    days.set(date, Math.max(days.get(date) ?? 0, left))
  }
  return [...days].map(([date, most]) => ({ date, places: most, minutes: 0 }))
}

// More than anybody searches for.
const unlimited = 1_000_000
