import type { I18n } from '@lingui/core'
import { formatMoney, formatNumber } from '~/kernel/format'
import type { PriceRow } from '~/platform/mail-templates/emails/layout'

interface Line {
  readonly position: number
  readonly kind: string
  readonly title: string
  readonly amountMinor: number
  readonly taxName: string | null
  readonly taxRatePpm: number | null
  readonly taxIncluded: boolean
  readonly onPosition: number | null
}

interface Priced {
  readonly currency: string
  readonly totalMinor: number
  readonly paidMinor: number
  readonly refundedMinor: number
  readonly letGoMinor: number
  readonly dueMinor: number
  readonly lines: readonly Line[]
}

/**
 * A sale as the customer reads it: each price with the tax that it includes, other taxes on lines of their own, the total, what is paid and due.
 * `restDay`: until when the rest is paid, in words; null: on arrival.
 */
export function priceRows(i18n: I18n, sale: Priced, restDay: string | null): PriceRow[] {
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const taxes = sale.lines.filter(({ kind }) => kind === 'tax')
  const within = (line: Line) => taxes.filter(({ taxIncluded, onPosition }) => taxIncluded && onPosition === line.position).reduce((sum, tax) => sum + tax.amountMinor, 0)
  const prices = sale.lines.filter(({ kind }) => kind !== 'tax').map((line) => ({ title: line.title, amount: money(line.amountMinor + within(line)) }))
  const onTop = taxes.filter(({ taxIncluded, onPosition }) => !taxIncluded || onPosition === null).map((tax) => ({ title: taxTitle(i18n, tax), amount: money(tax.amountMinor) }))
  const included = taxes.filter(({ taxIncluded, onPosition }) => taxIncluded && onPosition !== null).reduce((sum, tax) => sum + tax.amountMinor, 0)
  const total = included === 0 ? i18n.t('Total') : i18n.t('Total, with {tax} tax', { tax: money(included) })
  return [
    ...prices,
    ...onTop,
    { title: total, amount: money(sale.totalMinor), strong: true },
    ...(sale.letGoMinor > 0 ? [{ title: i18n.t('No longer charged'), amount: money(-sale.letGoMinor) }] : []),
    ...(sale.paidMinor > 0 ? [{ title: i18n.t('Paid'), amount: money(-sale.paidMinor) }] : []),
    ...(sale.refundedMinor > 0 ? [{ title: i18n.t('Comes back'), amount: money(sale.refundedMinor), strong: true }] : []),
    ...(sale.dueMinor > 0 ? [{ title: restDay === null ? i18n.t('To pay on arrival') : i18n.t('To pay by {day}', { day: restDay }), amount: money(sale.dueMinor), strong: true }] : []),
  ]
}

function taxTitle(i18n: I18n, { taxName, taxRatePpm, title }: Line): string {
  // A levy is reckoned by head and night, not by a rate.
  if (taxName === null || !taxRatePpm) return title
  return i18n.t('{tax} at {rate} %', { tax: taxName, rate: formatNumber(i18n.locale, taxRatePpm / 10_000, 3) })
}
