import type { I18n } from '@lingui/core'

/** What to do with a ticket, and what it is worth. */
export function howItWorks(i18n: I18n, quantity: number): string {
  return quantity > 1
    ? i18n.t('Show this square at the door, on paper or on your phone, or say the code. It lets {quantity} people in, together or one after the other, each once.', { quantity })
    : i18n.t('Show this square at the door, on paper or on your phone, or say the code. It lets one person in, once.')
}
