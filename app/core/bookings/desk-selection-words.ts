import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { SelectionRefusal } from './act-on-selection.server'
import type { SelectionAct } from './selection'

/** The question before an act on several bookings. `count`: with how many of them it can be done. */
export function selectionTitle(i18n: I18n, act: SelectionAct, count: number): string {
  switch (act) {
    case 'confirmation':
      return i18n.t('{count, plural, =0 {None of these can be confirmed} one {Confirm # booking?} other {Confirm # bookings?}}', { count })
    case 'refusal':
      return i18n.t('{count, plural, =0 {None of these can be declined} one {Decline # booking?} other {Decline # bookings?}}', { count })
    case 'completion':
      return i18n.t('{count, plural, =0 {None of these can be marked as completed} one {Did # booking take place?} other {Did # bookings take place?}}', { count })
    default:
      return never(act)
  }
}

/** What an act on several bookings came to, in one line. */
export function outcomeTitle(i18n: I18n, act: SelectionAct, count: number): string {
  switch (act) {
    case 'confirmation':
      return i18n.t('{count, plural, =0 {No booking confirmed} one {# booking confirmed} other {# bookings confirmed}}', { count })
    case 'refusal':
      return i18n.t('{count, plural, =0 {No booking declined} one {# booking declined} other {# bookings declined}}', { count })
    case 'completion':
      return i18n.t('{count, plural, =0 {No booking marked as completed} one {# booking marked as completed} other {# bookings marked as completed}}', { count })
    default:
      return never(act)
  }
}

/** What was done with one of several bookings. `back`: what the customer gets back, written out. */
export function doneSentence(i18n: I18n, act: SelectionAct, back: string | null): string {
  switch (act) {
    case 'confirmation':
      return i18n.t('It is confirmed.')
    case 'refusal':
      return back === null ? i18n.t('It is declined, and its time is free again.') : i18n.t('It is declined, and its time is free again. {back} goes back to the customer.', { back })
    case 'completion':
      return i18n.t('It is marked as completed.')
    default:
      return never(act)
  }
}

/** Why nothing was tried. */
export function selectionRefusal(i18n: I18n, refusal: SelectionRefusal): string {
  switch (refusal.kind) {
    case 'none-chosen':
      return i18n.t('Choose at least one booking: tick the box in front of it in the list.')
    case 'too-many':
      return i18n.t('Choose at most {most} bookings at once.', { most: refusal.most })
    default:
      return never(refusal)
  }
}
