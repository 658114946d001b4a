import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { PriceLines } from '~/ui/price-lines'

export interface ShownPartSettlement {
  readonly currency: string
  readonly priceMinor: number
  readonly paidMinor: number
  readonly feeMinor: number
  readonly refundMinor: number
  readonly dueMinor: number
}

/** What it costs to call off one of several: its price, its fee, what was paid for all, and what comes back or is still to be paid. */
export function PartSettlementRows({ settlement, item }: { settlement: ShownPartSettlement; item: string }) {
  const i18n = useI18n()
  const { currency, priceMinor, paidMinor, feeMinor, refundMinor, dueMinor } = settlement
  const money = (minor: number) => formatMoney(i18n.locale, minor, currency)
  return (
    <PriceLines
      caption={<h2>{i18n.t('What it comes to')}</h2>}
      lines={[
        { label: i18n.t('Price of {item}', { item }), amount: money(priceMinor) },
        { label: i18n.t('Cancellation fee'), amount: money(feeMinor) },
        { label: i18n.t('Paid for the whole booking'), amount: money(paidMinor) },
      ]}
      totals={[
        { label: i18n.t('Comes back'), amount: money(refundMinor), weight: 'now' },
        ...(dueMinor > 0 ? [{ label: i18n.t('To pay on arrival then'), amount: money(dueMinor) }] : []),
      ]}
    />
  )
}
