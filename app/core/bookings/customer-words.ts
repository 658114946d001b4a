import type { I18n } from '@lingui/core'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { Tone } from '~/ui/badge'
import type { CustomerPage } from './customer-page.server'

export type CustomerStatus = CustomerPage['status']

/** A booking's state in a word, as its customer reads it. */
export function customerStatus(i18n: I18n, status: CustomerStatus): { label: string; tone: Tone } {
  switch (status) {
    case 'held':
      return { label: i18n.t('Waiting for your payment'), tone: 'wait' }
    case 'pending':
      return { label: i18n.t('Waiting for an answer'), tone: 'wait' }
    case 'confirmed':
      return { label: i18n.t('Confirmed'), tone: 'good' }
    case 'in_progress':
      return { label: i18n.t('In progress'), tone: 'good' }
    case 'completed':
      return { label: i18n.t('Completed'), tone: 'done' }
    case 'no_show':
      return { label: i18n.t('You did not come'), tone: 'bad' }
    case 'declined':
      return { label: i18n.t('Declined'), tone: 'bad' }
    case 'cancelled':
      return { label: i18n.t('Cancelled'), tone: 'bad' }
    case 'expired':
      return { label: i18n.t('Not answered in time'), tone: 'bad' }
    case 'lapsed':
      return { label: i18n.t('Not paid in time'), tone: 'bad' }
    default:
      return never(status)
  }
}

/** What moving it to another time comes to. */
export function movingWords(i18n: I18n, { moving, business }: Pick<CustomerPage, 'moving' | 'business'>): string {
  switch (moving) {
    case 'keeps-price':
      return i18n.t('You can move it free of charge until it begins.')
    case 'freed':
      return i18n.t('{business} moved it: you can take any other date free of charge until it begins.', { business: business.name })
    case 'priced-anew':
      return i18n.t('You can move it until it begins. It then costs what the new time costs.')
    default:
      return never(moving)
  }
}

/** What now: the sentence below the heading. */
export function whatNow(i18n: I18n, page: CustomerPage): string {
  const business = page.business.name
  switch (page.status) {
    case 'held':
      return i18n.t('Your booking stands once it is paid. Until then the time is kept for you.')
    case 'pending':
      return page.answerBy === null
        ? i18n.t('{business} answers soon, and we write to you either way. Until then the time is kept for you.', { business })
        : i18n.t('{business} answers by {when}, and we write to you either way. Until then the time is kept for you.', { business, when: formatDateTime(i18n.locale, page.zone, page.answerBy) })
    case 'confirmed':
      return i18n.t('{business} expects you.', { business })
    case 'in_progress':
      return i18n.t('It has begun.')
    case 'completed':
      return i18n.t('Thank you for coming.')
    case 'no_show':
      return i18n.t('{business} noted that you did not come. If that is wrong, ring them.', { business })
    case 'declined':
      return i18n.t('{business} cannot take this booking. Nothing is owed. Choose another time if you like.', { business })
    case 'cancelled':
      return i18n.t('This booking no longer stands. You need not come, and nothing is owed.')
    case 'expired':
      return i18n.t('{business} did not answer in time, so this booking no longer stands. Nothing is owed.', { business })
    case 'lapsed':
      if (page.sale && page.sale.paidMinor > 0) return i18n.t('Your payment arrived after the time to pay had run out, so nothing is booked, and all of it goes back to you.')
      return i18n.t('It was not paid in time, so nothing is booked, and the time is free for others again. Nothing is owed.')
    default:
      return never(page.status)
  }
}

const ended: readonly CustomerStatus[] = ['cancelled', 'declined', 'expired', 'no_show']

/** Of what was paid for a booking that has come to nothing: what goes back, and what is kept. Null where it has not, or nothing was paid. */
export function whatGoesBack(i18n: I18n, { status, sale, business: { name: business } }: Pick<CustomerPage, 'status' | 'sale' | 'business'>): string | null {
  if (!sale || sale.paidMinor === 0 || !ended.includes(status)) return null
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const [paid, back, kept] = [money(sale.paidMinor), money(sale.refundedMinor), money(sale.paidMinor - sale.refundedMinor)]
  const given = sale.refundDueMinor === 0
  if (sale.refundedMinor === 0) return i18n.t('{business} keeps the {kept} you have paid.', { business, kept })
  if (sale.refundedMinor >= sale.paidMinor) return given ? i18n.t('All you had paid, {back}, has gone back to you.', { back }) : i18n.t('All you have paid, {back}, goes back to you.', { back })
  return given
    ? i18n.t('Of the {paid} you had paid, {back} has gone back to you, and {business} keeps {kept}.', { paid, back, business, kept })
    : i18n.t('Of the {paid} you have paid, {back} goes back to you, and {business} keeps {kept}.', { paid, back, business, kept })
}

/** A step of the history, as its customer reads it. */
export function happened(i18n: I18n, { what, actorKind, item, fromStartsAt, toStartsAt }: CustomerPage['steps'][number], page: Pick<CustomerPage, 'zone' | 'business' | 'status'>): string {
  const business = page.business.name
  const when = (at: number | undefined) => (at ? formatDateTime(i18n.locale, page.zone, at, 'short') : '')
  const byYou = actorKind === 'link' || actorKind === 'nobody'
  switch (what) {
    case 'placed':
      return page.status === 'held' || page.status === 'lapsed' ? i18n.t('The time was kept for you') : i18n.t('The booking was made')
    case 'paid':
      return i18n.t('Your payment arrived')
    case 'confirmed':
      return i18n.t('{business} confirmed', { business })
    case 'declined':
      return i18n.t('{business} declined', { business })
    case 'cancelled':
      return byYou ? i18n.t('You cancelled') : i18n.t('The booking was cancelled')
    case 'expired':
      return page.status === 'lapsed' ? i18n.t('The time to pay ran out') : i18n.t('The time to answer ran out')
    case 'moved':
      return byYou
        ? i18n.t('You moved it from {from} to {to}', { from: when(fromStartsAt), to: when(toStartsAt) })
        : i18n.t('It was moved from {from} to {to}', { from: when(fromStartsAt), to: when(toStartsAt) })
    case 'completed':
      return i18n.t('It took place')
    case 'no_show':
      return i18n.t('{business} noted that you did not come', { business })
    case 'item-cancelled':
      return byYou ? i18n.t('You cancelled {item}', { item: item ?? '' }) : i18n.t('{item} was cancelled', { item: item ?? '' })
    case 'reassigned':
      return i18n.t('Somebody else will see you')
    default:
      return never(what)
  }
}
