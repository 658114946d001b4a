import type { I18n } from '@lingui/core'

/** What a customer is written about. */
export type Occasion = 'held' | 'lapsed' | 'paid-late' | 'received' | 'confirmed' | 'declined' | 'moved' | 'date-moved' | 'not-moved' | 'cancelled' | 'item-cancelled' | 'expired' | 'reminder' | 'balance-soon' | 'balance-due'

/** What the sentences are made of; instants are written out for the reader. */
export interface LetterValues {
  readonly name: string
  readonly business: string
  readonly what: string
  /** The item that was called off alone. */
  readonly item: string
  /** "Thu 12 Nov 2026, 10:30" */
  readonly start: string
  /** Until when the business answers. */
  readonly answerBy: string
  /** The start before a move, or the one that was asked for. */
  readonly otherStart: string
  /** The start after its date was moved. */
  readonly newStart: string
  /** Until when it is to be paid. */
  readonly payBy: string
  /** What is to be paid now, or what came too late. */
  readonly amount: string
  /** The day by which the rest is to be paid, and how much that is. */
  readonly restDay: string
  readonly rest: string
  readonly isToday: boolean
  readonly time: string
}

export interface LetterWords {
  readonly subject: string
  readonly title: string
  readonly lead: string
}

/** Subject, heading and first words of a mail to a customer: the subject says what and when, the heading what to do. */
export function customerWords(i18n: I18n, occasion: Occasion, values: LetterValues): LetterWords {
  return occasions[occasion](i18n, values)
}

const occasions: Readonly<Record<Occasion, (i18n: I18n, values: LetterValues) => LetterWords>> = {
  held: (i18n, { name, business, what, start, payBy, amount }) => ({
    subject: i18n.t('Pay by {payBy}: {what} at {business}', { payBy, what, business }),
    title: i18n.t('Pay {amount} by {payBy}', { amount, payBy }),
    lead: i18n.t('Dear {name}, your time on {start} is kept until {payBy}. It is yours once {amount} is paid.', { name, start, payBy, amount }),
  }),
  lapsed: (i18n, { name, business, what, start }) => ({
    subject: i18n.t('Not paid: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Your time is no longer kept'),
    lead: i18n.t('Dear {name}, nothing was paid in time, so the time is free for others again. Nothing is owed. If you still want it, book again.', { name }),
  }),
  'paid-late': (i18n, { name, business, what, start, amount }) => ({
    subject: i18n.t('Your money comes back: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('{amount} goes back to your card', { amount }),
    lead: i18n.t('Dear {name}, your payment came when the time was no longer kept, so all of it goes back. If you still want to come, book again.', { name }),
  }),
  received: (i18n, { name, business, what, start, answerBy }) => ({
    subject: i18n.t('Received: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Wait for an answer from {business}', { business }),
    lead: i18n.t('Dear {name}, {business} has your request and answers by {answerBy}. Until then nobody else can take this time.', { name, business, answerBy }),
  }),
  confirmed: (i18n, { name, business, what, start }) => ({
    subject: i18n.t('Confirmed: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Come on {start}', { start }),
    lead: i18n.t('Dear {name}, your booking is confirmed. {business} expects you.', { name, business }),
  }),
  declined: (i18n, { name, business, what, start }) => ({
    subject: i18n.t('Declined: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Choose another time'),
    lead: i18n.t('Dear {name}, {business} cannot take your booking. Nothing is owed.', { name, business }),
  }),
  moved: (i18n, { name, business, what, start, otherStart }) => ({
    subject: i18n.t('Moved: {what} at {business}, now {start}', { what, business, start }),
    title: i18n.t('Come on {start}', { start }),
    lead: i18n.t('Dear {name}, your booking has moved. It was {otherStart}.', { name, otherStart }),
  }),
  'date-moved': (i18n, { name, business, what, newStart, otherStart }) => ({
    subject: i18n.t('Moved: {what} at {business}, now {start}', { what, business, start: newStart }),
    title: i18n.t('Now on {start}', { start: newStart }),
    lead: i18n.t(
      'Dear {name}, {business} has moved the date from {otherStart} to {start}. Your place is kept. If it does not suit you, choose another date without a fee, or cancel and get everything back.',
      { name, business, otherStart, start: newStart },
    ),
  }),
  'not-moved': (i18n, { name, business, what, start, otherStart }) => ({
    subject: i18n.t('Not moved: {what} at {business}, still {start}', { what, business, start }),
    title: i18n.t('Come on {start}, as before', { start }),
    lead: i18n.t('Dear {name}, {business} could not move your booking to {otherStart}. It stays as it was.', { name, business, otherStart }),
  }),
  cancelled: (i18n, { name, business, what, start }) => ({
    subject: i18n.t('Cancelled: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Your booking is cancelled'),
    lead: i18n.t('Dear {name}, your booking at {business} is cancelled. You need not come.', { name, business }),
  }),
  'item-cancelled': (i18n, { name, business, what, item, start }) => ({
    subject: i18n.t('Cancelled: {item} at {business}; still on: {what}, {start}', { item, business, what, start }),
    title: i18n.t('Come on {start}', { start }),
    lead: i18n.t('Dear {name}, {item} is cancelled. The rest of your booking stays: {what}.', { name, item, what }),
  }),
  expired: (i18n, { name, business, what, start }) => ({
    subject: i18n.t('Not answered: {what} at {business}, {start}', { what, business, start }),
    title: i18n.t('Choose another time'),
    lead: i18n.t('Dear {name}, {business} did not answer your request in time, so it no longer holds. Nothing is owed.', { name, business }),
  }),
  'balance-soon': (i18n, { name, business, what, restDay, rest }) => ({
    subject: i18n.t('Pay by {restDay}: {what} at {business}', { restDay, what, business }),
    title: i18n.t('Pay {rest} by {restDay}', { rest, restDay }),
    lead: i18n.t('Dear {name}, {rest} of your booking at {business} is still to be paid, by {restDay}.', { name, rest, business, restDay }),
  }),
  'balance-due': (i18n, { name, business, what, restDay, rest }) => ({
    subject: i18n.t('Due now: {what} at {business}', { what, business }),
    title: i18n.t('Pay {rest} now', { rest }),
    lead: i18n.t('Dear {name}, {rest} of your booking at {business} was to be paid by {restDay} and is not. Please pay it now, so that your booking stands.', { name, rest, business, restDay }),
  }),
  reminder: (i18n, { name, business, what, start, isToday, time }) => ({
    subject: i18n.t('Reminder: {what} at {business}, {start}', { what, business, start }),
    title: isToday ? i18n.t('Come today at {time}', { time }) : i18n.t('Come tomorrow at {time}', { time }),
    lead: i18n.t('Dear {name}, {business} expects you. If you cannot come, please say so: somebody else may be glad of the time.', { name, business }),
  }),
}
