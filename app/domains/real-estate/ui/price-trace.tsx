import { useI18n } from '~/platform/words/use-i18n'
import { PriceLines } from '~/ui/price-lines'
import type { TraceRow } from '../stay-words'

/** Which rule made the price of each night, and what was added and taken off, in plain words. */
export function PriceTrace({ rows, total, open = false }: { rows: readonly TraceRow[]; total: string; open?: boolean }) {
  const i18n = useI18n()
  return (
    <details open={open || undefined}>
      <summary>{i18n.t('How the price comes about')}</summary>
      <PriceLines
        fine
        quietCaption
        caption={i18n.t('The price of each night and the rule behind it')}
        lines={rows.map(({ label, note, amount, night }) => ({ label: night ? <time dateTime={night}>{label}</time> : label, note, amount }))}
        totals={[{ label: i18n.t('Together'), amount: total, weight: 'total' }]}
      />
    </details>
  )
}
