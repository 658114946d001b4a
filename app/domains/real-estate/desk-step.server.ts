import { orderAtDesk, type BookInput } from '~/core/bookings/index'
import { answersIn, questionsOf, type BookingOrder, type Question } from '~/core/bookings/index.server'
import { addDays, localDateOf, parseInstant } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { askedStay, type AskedStay } from './asked-stay'
import { availabilityOf, isLet, shownSpan, type LetProperty } from './availability.server'
import type { Choice, StayChoice } from './choice'
import { isFree } from './model/free-stays'
import { propertiesOf, type Property } from './queries.server'
import { choiceOf, datesWords, takenWords, type NearDates } from './stay-offer.server'
import { nearestDates, stayPlan } from './stay-plan.server'
import { guestWords, refusalWords, traceRows } from './stay-words'

/** What the address of the desk says: which property, when, for whom. */
export interface DeskStay {
  readonly property: LetProperty
  readonly asked: AskedStay
  readonly choice: StayChoice | null
  readonly questions: readonly Question[]
}

/** What members may book for a guest: also what is paused or a draft. */
export function deskProperties(db: Db, ctx: MemberCtx): LetProperty[] {
  return propertiesOf(db, ctx.businessId, ['active', 'paused', 'draft']).filter(isLet)
}

/** Reads the address; null where no property is chosen, 404 for one that cannot be booked. A calendar leads here with an instant: it is the night of arrival. */
export function deskStay(db: Db, ctx: MemberCtx, query: URLSearchParams): DeskStay | null {
  const id = query.get('property') ?? ''
  if (id === '') return null
  const property = deskProperties(db, ctx).find(({ listing }) => listing.id === id) ?? notFound(ctx.i18n.t('There is no such property here.'))
  const given = askedStay(query)
  const at = parseInstant(query.get('at') ?? '')
  const arrive = given.arrive ?? (at === null ? null : localDateOf(at, property.store.timeZone))
  const asked = { ...given, arrive }
  return { property, asked, choice: choiceOf(asked), questions: questionsOf(db, ctx.businessId, property.listing.id) }
}

/** What it would come to, or why it cannot be and the nearest dates that can. */
export function deskOffer(db: Db, ctx: MemberCtx, { property, choice }: DeskStay & { readonly choice: StayChoice }) {
  const planned = stayPlan(db, ctx, property, choice, true)
  const refused = (why: string) => ({ kind: 'refused', why, nearest: deskNearest(db, ctx, property, choice) }) as const
  if (!planned.ok) return refused(refusalWords(ctx.i18n, planned.refusal))
  const known = availabilityOf(db, ctx, property, { arrive: choice.arrive, depart: addDays(choice.depart, property.stay.prepareNights) })
  if (!isFree(known, choice)) return refused(takenWords(ctx))
  return {
    kind: 'free',
    ...shownSpan(property, choice),
    guests: guestWords(ctx.i18n, choice.guests),
    rows: traceRows(ctx.i18n, ctx.business.currency, planned.value.trace),
    totalMinor: planned.value.trace.totalMinor,
  } as const
}

/** The free dates nearest to those wanted, by no rule but room and dates. */
export function deskNearest(db: Db, ctx: MemberCtx, property: LetProperty, choice: StayChoice): NearDates[] {
  return nearestDates(db, ctx, property, choice, { atDesk: true }).map((dates) => ({ ...dates, label: datesWords(ctx, dates) }))
}

/** The order that the form makes of what was chosen. */
export function deskOrder({ property, questions }: { readonly property: Property; readonly questions: readonly Question[] }, choice: Choice, typed: BookInput): BookingOrder {
  return orderAtDesk(typed, [{ listingId: property.listing.id, choice: { ...choice }, attendeeName: typed.attendee ?? null, attendeeEmail: null, answers: answersIn(typed, questions) }])
}
