import type { I18n } from '@lingui/core'
import { formatDate, formatMoney, formatNumber } from '~/kernel/format'
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
  /** What of that has not gone back yet. */
  readonly refundDueMinor?: number
  /** What is owed no more of it. */
  readonly reversedMinor?: number
  readonly dueMinor: number
  /** Until when the rest is paid; null: on arrival. */
  readonly restDueAt: number | null
  readonly lines: readonly SaleLine[]
}

interface SalePriceProps {
  readonly sale: ShownSale
  /** What of it is paid before the visit is booked. */
  readonly nowMinor?: number
  /** Of the visit: the days are its days. */
  readonly zone: string
}

/** A sale as the customer reads it: prices as the business shows them, taxes on top, the total, what is paid, and what is due when. */
export function SalePrice({ sale, nowMinor = 0, zone }: SalePriceProps) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const { lines, note } = chargedLines(i18n, sale)
  const restMinor = sale.dueMinor - nowMinor
  const rest = sale.restDueAt === null ? i18n.t('To pay on arrival') : i18n.t('To pay by {day}', { day: formatDate(i18n.locale, zone, sale.restDueAt, 'day') })
  return (
    <PriceLines
      caption={<h2>{i18n.t('Price')}</h2>}
      lines={lines.length > 0 ? lines : [{ label: i18n.t('The business tells you the price'), amount: '' }]}
      totals={
        lines.length === 0
          ? []
          : [
              { label: i18n.t('Total'), note, amount: money(sale.totalMinor), weight: 'total' },
              ...(sale.reversedMinor ? [{ label: i18n.t('No longer charged'), amount: money(-sale.reversedMinor) }] : []),
              ...(sale.paidMinor > 0 ? [{ label: i18n.t('Paid'), amount: money(-sale.paidMinor) }] : []),
              ...(sale.refundedMinor > 0 ? [{ label: sale.refundDueMinor === 0 ? i18n.t('Given back') : i18n.t('Comes back'), amount: money(sale.refundedMinor) }] : []),
              ...(restMinor > 0 ? [{ label: rest, amount: money(restMinor), weight: nowMinor > 0 ? undefined : ('now' as const) }] : []),
              ...(nowMinor > 0 ? [{ label: i18n.t('To pay now'), amount: money(nowMinor), weight: 'now' as const }] : []),
            ]
      }
    />
  )
}

/** What is charged as the customer reads it: prices as the business shows them, the other taxes after them; `note` says which tax is within. */
export function chargedLines(i18n: I18n, { lines, currency }: Pick<ShownSale, 'lines' | 'currency'>): { lines: { label: string; amount: string }[]; note: string | undefined } {
  const money = (minor: number) => formatMoney(i18n.locale, minor, currency)
  const taxes = lines.filter(({ kind }) => kind === 'tax')
  const included = taxes.filter(({ taxIncluded }) => taxIncluded)
  const shownPrice = (line: SaleLine) => line.amountMinor + sum(included.filter(({ onPosition }) => onPosition === line.position))
  const [first] = included
  return {
    lines: [
      ...lines.filter(({ kind }) => kind !== 'tax').map((line) => ({ label: line.title, amount: money(shownPrice(line)) })),
      ...taxes.filter(({ taxIncluded }) => !taxIncluded).map((line) => ({ label: taxTitle(i18n, line), amount: money(line.amountMinor) })),
    ],
    note: first && i18n.t('with {amount} {tax}', { amount: money(sum(included)), tax: taxTitle(i18n, first) }),
  }
}

function sum(lines: readonly SaleLine[]): number {
  return lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
}

/** A tax by its name and rate. */
export function taxTitle(i18n: I18n, { taxName, taxRatePpm, title }: Pick<SaleLine, 'taxName' | 'taxRatePpm' | 'title'>): string {
  // A levy is reckoned by head and night, not by a rate.
  if (taxName === null || !taxRatePpm) return title
  return i18n.t('{tax} at {rate} %', { tax: taxName, rate: formatNumber(i18n.locale, taxRatePpm / 10_000, 3) })
}
