import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { PriceLines } from '~/ui/price-lines'

export interface ShownSettlement {
  readonly currency: string
  readonly priceMinor: number
  readonly paidMinor: number
  readonly feeMinor: number
  readonly refundMinor: number
  /** What of it goes back to the card that paid. */
  readonly toCardMinor: number
}

/** What an end costs before anybody confirms it: price, paid, fee, and what comes back. */
export function SettlementRows({ settlement }: { settlement: ShownSettlement }) {
  const i18n = useI18n()
  const { currency, priceMinor, paidMinor, feeMinor, refundMinor, toCardMinor } = settlement
  const money = (minor: number) => formatMoney(i18n.locale, minor, currency)
  return (
    <PriceLines
      caption={<h2>{i18n.t('What it comes to')}</h2>}
      lines={[
        { label: i18n.t('Price'), amount: money(priceMinor) },
        { label: i18n.t('Paid'), amount: money(paidMinor) },
        { label: i18n.t('Cancellation fee'), note: feeMinor > paidMinor ? i18n.t('no more than was paid is kept') : undefined, amount: money(feeMinor) },
      ]}
      totals={[{ label: i18n.t('Comes back'), note: way(), amount: money(refundMinor), weight: 'now' }]}
    />
  )

  function way(): string | undefined {
    if (toCardMinor === 0) return undefined
    if (toCardMinor === refundMinor) return i18n.t('to the card that paid')
    return i18n.t('{amount} to the card that paid, the rest by hand', { amount: money(toCardMinor) })
  }
}
