import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import type { TraceRow } from '../stay-words'
import { PriceTrace } from './price-trace'

interface DeskStayCardProps {
  readonly title: string
  readonly zone: string
  readonly currency: string
  readonly offer: { readonly startsAt: number; readonly endsAt: number; readonly guests: string; readonly totalMinor: number; readonly rows: readonly TraceRow[] }
  /** Where other dates are chosen. */
  readonly change: string
}

/** What was chosen at the desk, beside the form. */
export function DeskStayCard({ title, zone, currency, offer, change }: DeskStayCardProps) {
  const i18n = useI18n()
  const total = formatMoney(i18n.locale, offer.totalMinor, currency)
  return (
    <Card>
      <h2>{i18n.t('The stay')}</h2>
      <Facts
        facts={[
          { term: i18n.t('What'), detail: <span dir="auto">{title}</span> },
          { term: i18n.t('When'), detail: <When start={offer.startsAt} end={offer.endsAt} zone={zone} />, changeHref: change },
          { term: i18n.t('Guests'), detail: offer.guests },
          { term: i18n.t('Price'), detail: total },
        ]}
      />
      <PriceTrace rows={offer.rows} total={total} />
    </Card>
  )
}
