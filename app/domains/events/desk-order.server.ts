import { data } from '@remix-run/node'
import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { deskForm, deskOrderRefusal, deskOrderStatus, orderAtDesk } from '~/core/bookings/index'
import { placeBooking, type BookingRefusal } from '~/core/bookings/index.server'
import type { Session } from '~/core/sessions/index.server'
import { invalid } from '~/platform/answers.server'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { leftSentence } from './left-words.server'
import { dateFigures } from './figures.server'
import { priceNow } from './model/price-now'
import { ruleWords } from './rule-words'
import { mostTickets } from './save-event.server'
import { ticketsOf } from './tickets.server'
import { countName } from './ui/event-hrefs'

/** What the desk sells for a date, hidden tickets and those off sale among them. */
export function deskTickets(db: Db, ctx: MemberCtx, session: Session) {
  return dateFigures(db, ctx, session).tickets
    .filter(({ ticket }) => ticket.active)
    .map(({ ticket, sold, left }) => ({ id: ticket.id, title: ticket.title, left, priceMinor: priceNow(ticket, { sold: sold.taken, now: ctx.now }).priceMinor }))
}

/** The form at the desk: the customer is there or on the telephone, so a name is enough. */
function deskOrderForm(i18n: I18n, ticketIds: readonly string[]) {
  const sentence = i18n.t('Enter a whole number from {from} to {to}', { from: 0, to: mostTickets })
  const count = z.number({ error: sentence }).int(sentence).min(0, sentence).max(mostTickets, sentence).default(0)
  const counts: Record<`n-${string}`, typeof count> = Object.fromEntries(ticketIds.map((id) => [countName(id), count]))
  return deskForm(i18n, []).extend(counts)
}

/** Sells what the form says; answers the form again where that is not to be, else the booking's reference. */
export function answerDeskOrder(ctx: MemberCtx, form: FormData, session: Session) {
  const ids = readDatabase((db) => ticketsOf(db, session.listingId).flatMap(({ id, active }) => (active ? id : [])))
  const read = readForm(form, deskOrderForm(ctx.i18n, ids))
  if (!read.ok) return invalid({ result: read.again() })
  const wanted = ids.flatMap((id) => Array<string>(read.value[countName(id)] ?? 0).fill(id))
  const again = (errors: FormErrors, status: 409 | 422) => data({ result: read.again(errors) }, { status })
  const [first] = ids
  if (wanted.length === 0) return again({ [first === undefined ? '' : countName(first)]: ctx.i18n.t('Choose how many tickets') }, 422)
  if (wanted.length > mostTickets) return again({ '': ctx.i18n.t('At most {most, plural, one {# ticket} other {# tickets}} in one order.', { most: mostTickets }) }, 422)
  const items = wanted.map((ticket) => ({ listingId: session.listingId, choice: { session: session.id, ticket, code: null, shownMinor: null }, attendeeName: null, attendeeEmail: null, answers: {} }))
  const placed = placeBooking(ctx, orderAtDesk(read.value, items))
  return placed.ok ? { reference: placed.value.reference } : again({ '': deskRefusal(ctx, placed.refusal, session) }, deskOrderStatus(placed.refusal))
}

function deskRefusal(ctx: MemberCtx, refusal: BookingRefusal, session: Session): string {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'taken':
      return readDatabase((db) => leftSentence(db, ctx, session, null, true))
    case 'against-rule':
      return ruleWords(i18n, refusal)
    case 'past':
      return i18n.t('This date is over.')
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return i18n.t('This ticket is not to be had for this date.')
    default:
      return deskOrderRefusal(i18n, refusal)
  }
}
