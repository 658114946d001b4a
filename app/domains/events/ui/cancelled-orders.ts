import type { I18n } from '@lingui/core'

/** How many orders go with what is called off. */
export function cancelledOrders(i18n: I18n, orders: number): string {
  return i18n.t('{orders, plural, =0 {Nobody has tickets.} one {# order is cancelled, and whoever made it is told.} other {# orders are cancelled, and whoever made them is told.}}', { orders })
}
