import { answersIn, questionsOf, quote, type ChoiceRefusal, type ChoiceTrouble, type OrderInMaking, type Priced, type Question } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import { chosenDate, placesOfSession, sessionById, type Session } from '~/core/sessions/index.server'
import { joinPath } from '~/core/waiting-list/index'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { choiceIn, offeredActivity } from './asked.server'
import type { Choice } from './choice'
import { whereOf } from './describe.server'
import { activities } from './domain.server'
import { priceOf } from './model/price'
import type { Activity } from './queries.server'
import { ruleWords } from './rule-words'
import { bookAddress } from './ui/hrefs'

export interface BookStep {
  readonly activity: Activity
  readonly session: Session
  readonly choice: Choice
  readonly questions: readonly Question[]
}

/** Why what was chosen is not to be had, and what is instead. */
export interface DateProblem {
  readonly status: 409 | 422
  readonly why: string
  readonly alternatives: readonly { readonly href: string; readonly label: string }[]
  /** Where to wait for it as it was chosen, where somebody was faster. */
  readonly waitHref?: string
}

/** Reads the address; throws 404 where activity or date is none. */
export function bookStep(db: Db, ctx: BusinessCtx, { slug, query, url }: { readonly slug: string; readonly query: URLSearchParams; readonly url: URL }): BookStep {
  const activity = offeredActivity(db, ctx, slug, url)
  const session = chosenDate(db, ctx, activity.listing, query.get('date'))
  return { activity, session, choice: choiceIn(activity, session, query), questions: questionsOf(db, ctx.businessId, activity.listing.id) }
}

/** What it costs, or why it is not to be had. */
export function priceOrProblem(db: Db, ctx: BusinessCtx, step: BookStep): { priced: Priced; policy: readonly string[]; problem: null } | { priced: null; policy: null; problem: DateProblem } {
  const refused = (refusal: ChoiceRefusal | { readonly kind: 'taken' }) => ({ priced: null, policy: null, problem: dateProblem(db, ctx, step, refusal) })
  const quoted = quote(db, ctx, [{ listing: step.activity.listing, choice: step.choice }])
  if (!quoted.ok) return refused(quoted.refusal)
  return hasRoom(db, ctx, step) ? { priced: quoted.value.priced, policy: policyWords(ctx.i18n, quoted.value.policy), problem: null } : refused({ kind: 'taken' })
}

/** The booking that a filled-in form makes, for the core to answer. */
export function bookingInMaking(ctx: BusinessCtx, step: BookStep): OrderInMaking<DateProblem> {
  const { activity, choice, questions } = step
  return {
    questions,
    attendees: 0,
    items: (typed) => [{ listingId: activity.listing.id, choice: { ...choice }, attendeeName: null, attendeeEmail: null, answers: answersIn(typed, questions) }],
    problem: (db) => priceOrProblem(db, ctx, step).problem,
    refused: (db, refusal) => dateProblem(db, ctx, step, refusal),
  }
}

/** What every step of a booking shows of it. */
export function shownBooking(ctx: BusinessCtx, { activity, session, choice }: BookStep) {
  const { lines } = priceOf(activity, choice.people, session.priceMinor)
  return {
    business: { slug: ctx.business.slug, name: ctx.business.name },
    slug: activity.listing.slug,
    title: session.title ?? activity.listing.title,
    where: whereOf(activity)?.text ?? ctx.business.name,
    approval: activity.approval,
    readerZone: ctx.zone,
    date: { id: session.id, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone },
    people: lines.map(({ kind, count }) => ({ label: kind.label, count })),
    choice,
  }
}

export type ShownBooking = ReturnType<typeof shownBooking>

function hasRoom(db: Db, ctx: BusinessCtx, { activity, session, choice }: BookStep): boolean {
  const { left, taken } = placesOfSession(db, ctx.businessId, session, ctx.now)
  return choice.private ? taken === 0 : left === null || left >= priceOf(activity, choice.people, null).places
}

function dateProblem(db: Db, ctx: BusinessCtx, step: BookStep, refusal: ChoiceRefusal | ChoiceTrouble | { readonly kind: 'taken' }): DateProblem {
  const alternatives = refusal.kind === 'against-rule' && refusal.rule !== 'cut-off' ? [] : otherDates(db, ctx, step)
  const problem = { why: sentence(db, ctx, step, refusal), alternatives }
  return refusal.kind === 'taken' ? { status: 409, ...problem, waitHref: joinPath(ctx.business.slug, step.session.id, [step.choice], true) } : { status: 422, ...problem }
}

function otherDates(db: Db, ctx: BusinessCtx, { activity, choice }: BookStep): DateProblem['alternatives'] {
  return (activities.alternatives(db, ctx, activity.listing, choice) as Choice[]).flatMap((other) => {
    const session = sessionById(db, ctx.businessId, other.session)
    return session ? [{ href: bookAddress({ business: ctx.business, slug: activity.listing.slug }, other), label: formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt) }] : []
  })
}

function sentence(db: Db, ctx: BusinessCtx, { session, choice }: BookStep, refusal: ChoiceRefusal | ChoiceTrouble | { readonly kind: 'taken' }): string {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'taken': {
      const { left } = placesOfSession(db, ctx.businessId, session, ctx.now)
      if (choice.private && left !== 0) return i18n.t('Others are booked on this date already, so nobody can have it alone.')
      return i18n.t('{left, plural, =0 {This date is sold out.} one {Only # place is left.} other {Only # places are left.}}', { left: left ?? 0 })
    }
    case 'against-rule':
      return ruleWords(i18n, refusal)
    case 'past':
      return i18n.t('This date has begun. Choose another one.')
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return i18n.t('This date is not to be had any more. Choose another one.')
    default:
      return never(refusal)
  }
}
