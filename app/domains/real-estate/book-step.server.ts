import { answersIn, questionsOf, type ChoiceTrouble, type OrderInMaking, type Question } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { LetProperty } from './availability.server'
import { askedStay, type AskedStay } from './asked-stay'
import type { StayChoice } from './choice'
import { offeredStay } from './offered.server'
import { brokenRuleIn } from './rule-broken'
import { choiceOf, refusedStay, stayOffer, takenWords, type PricedStay, type RefusedStay } from './stay-offer.server'
import { refusalWords } from './stay-words'

/** What the address of the form says: which property, when, for whom, and what it asks. */
export interface BookStep {
  readonly property: LetProperty
  readonly asked: AskedStay
  /** Null where the address lacks a date. */
  readonly choice: StayChoice | null
  readonly questions: readonly Question[]
}

/** Reads the address; throws 404 where the property is none that guests can book. */
export function bookStep(db: Db, ctx: BusinessCtx, { slug, query, url }: { readonly slug: string; readonly query: URLSearchParams; readonly url: URL }): BookStep {
  const property = offeredStay(db, ctx, slug, url)
  const asked = askedStay(query)
  return { property, asked, choice: choiceOf(asked), questions: questionsOf(db, ctx.businessId, property.listing.id) }
}

/** What the stay costs, or why it is not to be had. */
export function offerOf(db: Db, ctx: BusinessCtx, { property, choice }: BookStep): PricedStay | RefusedStay {
  return choice ? stayOffer(db, ctx, property, choice) : { kind: 'refused', why: ctx.i18n.t('Choose the day you arrive and the day you leave.'), nearest: [], status: 422 }
}

/** The stay as the core books it. */
export function stayInMaking(ctx: BusinessCtx, step: BookStep): OrderInMaking<RefusedStay> {
  const { property, choice, questions } = step
  return {
    questions,
    attendees: 0,
    items: choice && ((typed) => [{ listingId: property.listing.id, choice: { ...choice }, attendeeName: typed.attendee ?? null, attendeeEmail: null, answers: answersIn(typed, questions) }]),
    problem: (db) => {
      const offer = offerOf(db, ctx, step)
      return offer.kind === 'refused' ? offer : null
    },
    refused: (db, refusal) => {
      const { why, status } = troubleWords(ctx, refusal)
      return choice ? refusedStay(db, ctx, property, choice, why, status) : { kind: 'refused', why, nearest: [], status }
    },
  }
}

/** Why the core refused a stay: somebody was faster, a rule stands in its way, or it is no longer offered. */
export function troubleWords(ctx: BusinessCtx, refusal: Pick<ChoiceTrouble, 'kind'> | Extract<ChoiceTrouble, { kind: 'against-rule' }>): { readonly why: string; readonly status: 409 | 422 } {
  if (refusal.kind === 'taken') return { why: takenWords(ctx), status: 409 }
  if (refusal.kind === 'against-rule' && 'rule' in refusal) return { why: refusalWords(ctx.i18n, brokenRuleIn(refusal)), status: 422 }
  return { why: ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), status: 422 }
}
