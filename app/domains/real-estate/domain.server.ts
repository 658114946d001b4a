import type { I18n } from '@lingui/core'
import { businessById } from '~/core/businesses/index.server'
import { bookable, type ChoiceRefusal, type Described, type DescribedItem, type Plan, type PlanTerms } from '~/core/bookings/index.server'
import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { copyProperty } from './arrange-properties.server'
import { isFreeFor, isLet, type LetProperty } from './availability.server'
import { choice, chosenStay, type Choice } from './choice'
import { nightsUsed } from './nights-used.server'
import { countNights } from './model/nights'
import type { StayLine, StayTrace } from './model/price-stay'
import { propertyById, propertyOf } from './queries.server'
import { ruleBroken } from './rule-broken'
import { nearestDates, stayPlan } from './stay-plan.server'
import { addressOf, guestWords, lineTitle, nightGroups } from './stay-words'

/** Stays, as the core books them. */
export const realEstate = bookable<Choice>({
  domain: 'real-estate',
  prefix: 'ST',
  choice,
  plan,
  alternatives,
  offeredBy: () => [],
  describe,
  // A night costs what its date says.
  repricesMoves: true,
  movePath: 'stay',
  copyListing: copyProperty,
  isFree: isFreeFor,
  use: nightsUsed,
  useName: (i18n) => i18n.t('Occupancy'),
})

function plan(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice, { atDesk }: PlanTerms): Result<Plan, ChoiceRefusal> {
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

/** The three nearest free stays, as long where the rules allow it. */
function alternatives(db: Db, ctx: BusinessCtx, listing: Listing, chosen: Choice): Choice[] {
  const atDesk = ctx.member !== null
  const property = letProperty(db, listing, atDesk)
  return property ? nearestDates(db, ctx, property, chosen, { atDesk }).map((dates) => chosenStay(dates, chosen.guests)) : []
}

function letProperty(db: Db, listing: Listing, atDesk: boolean): LetProperty | null {
  const property = propertyOf(db, listing)
  return isLet(property) && (listing.status === 'active' || atDesk) ? property : null
}

function describe(db: Db, i18n: I18n, { businessId, listingId, title, choice: stored, trace }: DescribedItem): Described {
  const stay = choice.safeParse(stored)
  const property = propertyById(db, businessId, listingId)
  const address = property ? addressOf(property) : ''
  const facts = stay.success
    ? [
        { term: i18n.t('Guests'), text: guestWords(i18n, stay.data.guests) },
        { term: i18n.t('Nights'), text: String(countNights(stay.data)) },
        ...(trace ? nightGroups(i18n, businessById(db, businessId)?.currency ?? 'EUR', trace as unknown as StayTrace) : []),
      ]
    : []
  return { title, withWhom: null, where: address === '' ? null : { text: address }, facts, span: 'nights' }
}
