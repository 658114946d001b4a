import type { I18n } from '@lingui/core'
import type { LetterWords } from './customer-words'

/** What the people of a business are written about. */
export type MemberOccasion = 'placed' | 'to-answer' | 'cancelled' | 'item-cancelled' | 'moved' | 'unanswered' | 'move-asked'

export interface MemberValues {
  readonly what: string
  /** The item that was called off alone. */
  readonly item: string
  readonly customer: string
  readonly start: string
  readonly answerBy: string
  readonly otherStart: string
}

/** Subject, heading and first words of a mail to an owner, manager or member of staff. */
export function memberWords(i18n: I18n, occasion: MemberOccasion, values: MemberValues): LetterWords {
  return occasions[occasion](i18n, values)
}

const occasions: Readonly<Record<MemberOccasion, (i18n: I18n, values: MemberValues) => LetterWords>> = {
  placed: (i18n, { what, customer, start }) => ({
    subject: i18n.t('New booking: {what}, {start}', { what, start }),
    title: i18n.t('{customer} comes on {start}', { customer, start }),
    lead: i18n.t('A new booking. There is nothing to do.'),
  }),
  'to-answer': (i18n, { what, customer, start, answerBy }) => ({
    subject: i18n.t('Please answer: {what}, {start}', { what, start }),
    title: i18n.t('Answer {customer} by {answerBy}', { customer, answerBy }),
    lead: i18n.t('{customer} asks for {what} on {start}. The time is held until you answer; after {answerBy} it is free again.', { customer, what, start, answerBy }),
  }),
  cancelled: (i18n, { what, customer, start }) => ({
    subject: i18n.t('Cancelled: {what}, {start}', { what, start }),
    title: i18n.t('{customer} does not come on {start}', { customer, start }),
    lead: i18n.t('{customer} cancelled. The time is free again.', { customer }),
  }),
  'item-cancelled': (i18n, { what, item, customer, start }) => ({
    subject: i18n.t('Cancelled: {item} of {customer}; still on: {what}, {start}', { item, customer, what, start }),
    title: i18n.t('{customer} comes on {start}, without {item}', { customer, start, item }),
    lead: i18n.t('{item} is cancelled, and its time is free again. The rest of the booking stays.', { item }),
  }),
  moved: (i18n, { what, customer, start, otherStart }) => ({
    subject: i18n.t('Moved: {what}, now {start}', { what, start }),
    title: i18n.t('{customer} comes on {start}', { customer, start }),
    lead: i18n.t('{customer} moved the booking. It was {otherStart}.', { customer, otherStart }),
  }),
  unanswered: (i18n, { what, customer, start }) => ({
    subject: i18n.t('Not answered in time: {what}, {start}', { what, start }),
    title: i18n.t('The request of {customer} has run out', { customer }),
    lead: i18n.t('Nobody answered {customer} in time. The time is free again, and they were told so.', { customer }),
  }),
  'move-asked': (i18n, { what, customer, start, otherStart }) => ({
    subject: i18n.t('Please answer: {what}, to {otherStart}', { what, otherStart }),
    title: i18n.t('{customer} asks for {otherStart}', { customer, otherStart }),
    lead: i18n.t('{customer} would like to come on {otherStart} instead of {start}. Both times are held until you answer.', { customer, otherStart, start }),
  }),
}
