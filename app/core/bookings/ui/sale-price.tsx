import type { I18n } from '@lingui/core'
import { formatMoney, formatNumber } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { PriceLines } from '~/ui/price-lines'

interface SaleLine {
  readonly position: number
  readonly kind: string
  readonly title: string
  readonly amountMinor: number
  readonly taxName: string | null
  readonly taxRatePpm: number | null
  readonly taxIncluded: boolean
  readonly onPosition: number | null
}

export interface ShownSale {
  readonly currency: string
  readonly totalMinor: number
  readonly paidMinor: number
  readonly refundedMinor: number
  /** What is owed no more of it, while the rest goes on. */
  readonly letGoMinor?: number
  readonly dueMinor: number
  readonly lines: readonly SaleLine[]
}

/** A sale as the customer reads it: prices as the business shows them, taxes on top, the total, what is paid and what is due on arrival. */
export function SalePrice({ sale }: { sale: ShownSale }) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const taxes = sale.lines.filter(({ kind }) => kind === 'tax')
  const included = taxes.filter(({ taxIncluded }) => taxIncluded)
  const shownPrice = (line: SaleLine) => line.amountMinor + sum(included.filter(({ onPosition }) => onPosition === line.position))
  const lines = [
    ...sale.lines.filter(({ kind }) => kind !== 'tax').map((line) => ({ label: line.title, amount: money(shownPrice(line)) })),
    ...taxes.filter(({ taxIncluded }) => !taxIncluded).map((line) => ({ label: taxTitle(i18n, line), amount: money(line.amountMinor) })),
  ]
  const [first] = included
  const note = first && i18n.t('with {amount} {tax}', { amount: money(sum(included)), tax: taxTitle(i18n, first) })
  return (
    <PriceLines
      caption={<h2>{i18n.t('Price')}</h2>}
      lines={lines.length > 0 ? lines : [{ label: i18n.t('The business tells you the price'), amount: '' }]}
      totals={
        lines.length === 0
          ? []
          : [
              { label: i18n.t('Total'), note, amount: money(sale.totalMinor), weight: 'total' },
              ...(sale.letGoMinor ? [{ label: i18n.t('No longer charged'), amount: money(-sale.letGoMinor) }] : []),
              ...(sale.paidMinor > 0 ? [{ label: i18n.t('Paid'), amount: money(-sale.paidMinor) }] : []),
              ...(sale.refundedMinor > 0 ? [{ label: i18n.t('Comes back'), amount: money(sale.refundedMinor) }] : []),
              ...(sale.dueMinor > 0 ? [{ label: i18n.t('To pay on arrival'), amount: money(sale.dueMinor), weight: 'now' as const }] : []),
            ]
      }
    />
  )
}

function sum(lines: readonly SaleLine[]): number {
  return lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
}

function taxTitle(i18n: I18n, { taxName, taxRatePpm, title }: SaleLine): string {
  if (taxName === null || taxRatePpm === null) return title
  return i18n.t('{tax} at {rate} %', { tax: taxName, rate: formatNumber(i18n.locale, taxRatePpm / 10_000, 3) })
}
