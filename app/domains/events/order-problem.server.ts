import type { ChoiceRefusal, ChoiceTrouble, Wanted } from '~/core/bookings/index.server'
import type { Session } from '~/core/sessions/index.server'
import { joinPath } from '~/core/waiting-list/index'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import type { Choice } from './choice'
import { datesAhead } from './date-pools.server'
import { dateFigures } from './figures.server'
import { leftSentence } from './left-words.server'
import { saleState } from './model/sale-state'
import { choicesOf, type OrderStep } from './order-asked'
import { ruleWords } from './rule-words'
import type { TicketType } from './tickets.server'
import { orderAddress } from './ui/event-hrefs'

/** Why an order is not to be had, and what is instead. */
export interface OrderProblem {
  readonly status: 409 | 422
  readonly why: string
  readonly alternatives: readonly { readonly href: string; readonly label: string }[]
  /** Where to wait for it as it was chosen, where somebody was faster. */
  readonly waitHref?: string
}

type Step = Omit<OrderStep, 'questions'>

/** What stands in the way now, before anything is claimed: nothing chosen, a rule broken, or not so many left. */
export function notToBeHad(db: Db, ctx: BusinessCtx, step: Step, broken: (wanted: readonly Wanted<Choice>[]) => ChoiceRefusal | null): OrderProblem | null {
  const { event, wanted } = step
  if (wanted.length === 0) return { status: 422, why: ctx.i18n.t('Choose how many tickets you would like.'), alternatives: [] }
  const refusal = broken(choicesOf(step).map((choice) => ({ listing: event.listing, choice })))
  if (refusal) return whyRefused(db, ctx, step, refusal)
  return fits(db, ctx, step.session, wanted) ? null : whyRefused(db, ctx, step, { kind: 'taken', item: 0, alternatives: [] })
}

/** Why an order was refused, in words, with what is free instead. */
export function whyRefused(db: Db, ctx: BusinessCtx, step: Step, refusal: ChoiceTrouble | ChoiceRefusal): OrderProblem {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'taken':
      return { status: 409, why: leftSentence(db, ctx, step.session, step.code, false), alternatives: [...fewer(db, ctx, step), ...elsewhere(db, ctx, step)], waitHref: joinPath(ctx.business.slug, step.session.id, choicesOf({ ...step, shown: null }), true) }
    case 'against-rule':
      return {
        status: refusal.rule === 'price-changed' ? 409 : 422,
        why: ruleWords(i18n, refusal),
        alternatives: refusal.rule === 'price-changed' ? [{ href: hrefOf(ctx, step, step.session, step.wanted), label: i18n.t('See the new total') }] : [],
      }
    case 'past':
      return { status: 422, why: i18n.t('This date has begun. Choose another one.'), alternatives: elsewhere(db, ctx, step) }
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return { status: 422, why: i18n.t('One of these tickets is not to be had any more. Choose again.'), alternatives: [] }
    default:
      return never(refusal)
  }
}

/** As many of what was wanted as are left. */
function fewer(db: Db, ctx: BusinessCtx, step: Step): OrderProblem['alternatives'] {
  const kept: TicketType[] = []
  for (const ticket of step.wanted) if (fits(db, ctx, step.session, [...kept, ticket])) kept.push(ticket)
  const kinds = [...new Set(kept)]
  if (kept.length === 0 || kinds.some(({ id, leastPerOrder }) => kept.filter((ticket) => ticket.id === id).length < leastPerOrder)) return []
  const words = kinds.map(({ id, title }) => ctx.i18n.t('{count} × {ticket}', { count: kept.filter((ticket) => ticket.id === id).length, ticket: title }))
  return [{ href: hrefOf(ctx, step, step.session, kept), label: ctx.i18n.t('Take {tickets}', { tickets: words.join(', ') }) }]
}

/** The same on the nearest dates that have room for all of it. */
function elsewhere(db: Db, ctx: BusinessCtx, step: Step): OrderProblem['alternatives'] {
  const near = (other: Session) => Math.abs(other.startsAt - step.session.startsAt)
  return datesAhead(db, ctx, step.event.listing.id)
    .filter(({ id }) => id !== step.session.id)
    .sort((a, b) => near(a) - near(b))
    .slice(0, lookedAt)
    .filter((session) => step.wanted.every((ticket) => saleState(ticket, session.startsAt, ctx.now).kind === 'on-sale') && fits(db, ctx, session, step.wanted))
    .slice(0, 3)
    .map((session) => ({ href: hrefOf(ctx, step, session, step.wanted), label: formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt) }))
}

// Who lost a race waits for this answer: a few dates around it are enough.
const lookedAt = 12

/** Whether all of these would fit on a date together as it stands now. */
function fits(db: Db, ctx: BusinessCtx, session: Session, wanted: readonly TicketType[]): boolean {
  const { places, quotas, tickets } = dateFigures(db, ctx, session)
  const room = ({ capacity, taken }: { readonly capacity: number | null; readonly taken: number }, needed: number) => capacity === null || taken + needed <= capacity
  return (
    wanted.every(({ id }) => tickets.some(({ ticket, left }) => ticket.id === id && left !== 0)) &&
    room(places, wanted.length) &&
    quotas.every(({ quota, figures }) => room(figures, wanted.filter(({ quotaIds }) => quotaIds.includes(quota.id)).length))
  )
}

function hrefOf(ctx: BusinessCtx, { event, code }: Step, session: Session, wanted: readonly TicketType[]): string {
  return orderAddress({ business: ctx.business, slug: event.listing.slug, code }, session.id, wanted)
}
