import type { I18n } from '@lingui/core'
import { businessById } from '~/core/businesses/index.server'
import { bookable, type ChoiceRefusal, type Described, type DescribedItem, type Plan, type PlanTerms } from '~/core/bookings/index.server'
import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { copyProperty } from './arrange-properties.server'
import { isFreeFor, isLet, type LetProperty } from './availability.server'
import { choice, chosenStay, chosenViewing, startOf, type Choice, type StayChoice } from './choice'
import { nightsUsed } from './nights-used.server'
import { countNights } from './model/nights'
import type { StayLine, StayTrace } from './model/price-stay'
import { propertyById, propertyOf } from './queries.server'
import { ruleBroken } from './rule-broken'
import { nearestDates, stayPlan } from './stay-plan.server'
import { nearestViewings, viewingPlan } from './viewing-plan.server'
import { isShown, type ShownToVisitors } from './viewing-times.server'
import { addressOf, guestWords, lineTitle, nightGroups } from './stay-words'

/** Stays and viewings, as the core books them. */
export const realEstate = bookable<Choice>({
  domain: 'real-estate',
  prefix: 'ST',
  choice,
  plan,
  alternatives,
  offeredBy: (db, listing) => viewingOf(db, listing)?.viewing.agentIds ?? [],
  describe,
  // A night costs what its date says; to be shown around costs nothing at any time.
  repricesMoves: ({ kind }) => kind === 'stay',
  movePath: 'stay',
  copyListing: copyProperty,
  isFree: isFreeFor,
  use: nightsUsed,
  useName: (i18n) => i18n.t('Occupancy'),
})

function plan(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, { atDesk }: PlanTerms): Result<Plan, ChoiceRefusal> {
  if (chosen.kind === 'stay') return planOfStay(db, ctx, listing, chosen, atDesk)
  const property = viewingOf(db, listing)
  return property && (listing.status === 'active' || atDesk) ? viewingPlan(db, ctx, property, chosen, atDesk) : refuse({ kind: 'not-offered' })
}

function planOfStay(db: Db, ctx: BusinessCtx, listing: Listing, chosen: StayChoice, atDesk: boolean): Result<Plan, ChoiceRefusal> {
  const property = letProperty(db, listing, atDesk)
  if (!property) return refuse({ kind: 'not-offered' })
  const planned = stayPlan(db, ctx, property, chosen, atDesk)
  if (!planned.ok) return refuse(ruleBroken(planned.refusal))
  const { startsAt, endsAt, lines, trace, claims } = planned.value
  return ok({
    store: property.store,
    startsAt,
    endsAt,
    timeZone: property.store.timeZone,
    sessionId: null,
    quantity: 1,
    lines: lines.map((line) => ({ kind: kinds[line.kind], title: lineTitle(ctx.i18n, listing.title, line), amount: line.amountMinor })),
    trace: { ...trace },
    claimSets: [{ claims, staffId: null }],
    needsApproval: property.approval,
    policyId: property.policyId,
    payment: property.payment,
  })
}

const kinds = { nights: 'item', 'extra-guests': 'item', discount: 'discount', fee: 'fee', 'tourist-tax': 'levy' } as const satisfies Record<StayLine['kind'], string>

/** The three nearest free stays, as long where the rules allow it; of a viewing the three nearest free times. */
function alternatives(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice): Choice[] {
  const atDesk = ctx.member !== null
  if (chosen.kind === 'viewing') {
    const shown = viewingOf(db, listing)
    return shown ? nearestViewings(db, ctx, shown, startOf(chosen), { atDesk, agentId: chosen.agentId ?? null }).map((start) => chosenViewing(start, chosen.agentId)) : []
  }
  const property = letProperty(db, listing, atDesk)
  return property ? nearestDates(db, ctx, property, chosen, { atDesk }).map((dates) => chosenStay(dates, chosen.guests)) : []
}

function viewingOf(db: Db, listing: Listing): ShownToVisitors | null {
  const property = propertyOf(db, listing)
  return isShown(property) ? property : null
}

function letProperty(db: Db, listing: Listing, atDesk: boolean): LetProperty | null {
  const property = propertyOf(db, listing)
  return isLet(property) && (listing.status === 'active' || atDesk) ? property : null
}

function describe(db: Db, i18n: I18n, item: DescribedItem): Described {
  const { businessId, listingId, title } = item
  const property = propertyById(db, businessId, listingId)
  const address = property ? addressOf(property) : ''
  const where = address === '' ? null : { text: address }
  const chosen = choice.safeParse(item.choice)
  if (chosen.success && chosen.data.kind === 'viewing') return { title: i18n.t('Viewing: {title}', { title }), withWhom: item.staffName, where, facts: [], span: 'hours' }
  return { title, withWhom: null, where, facts: chosen.success && chosen.data.kind === 'stay' ? stayFacts(db, i18n, item, chosen.data) : [], span: 'nights' }
}

function stayFacts(db: Db, i18n: I18n, { businessId, trace }: DescribedItem, stay: StayChoice): Described['facts'] {
  return [
    { term: i18n.t('Guests'), text: guestWords(i18n, stay.guests) },
    { term: i18n.t('Nights'), text: String(countNights(stay)) },
    ...(trace ? nightGroups(i18n, businessById(db, businessId)?.currency ?? 'EUR', trace as unknown as StayTrace) : []),
  ]
}
