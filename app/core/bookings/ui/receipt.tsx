import { formatDateTime, formatMoney } from '~/kernel/format'
import { never } from '~/kernel/result'
import { useI18n } from '~/platform/words/use-i18n'
import { DataTable } from '~/ui/data-table'
import { Facts } from '~/ui/facts'
import { Section } from '~/ui/page'
import { PriceLines } from '~/ui/price-lines'
import { Time, When } from '~/ui/when'
import { methodWithCard } from '../method-words'
import type { ReceiptPage } from '../receipt-page.server'
import { chargedLines, taxTitle } from './sale-price'

interface ReceiptProps {
  readonly receipt: ReceiptPage
}

/** One sheet: who was paid, by whom and for what, the taxes in it, and every payment and refund. */
export function Receipt({ receipt }: ReceiptProps) {
  const i18n = useI18n()
  const { business, store, reference, who, placedAt, startsAt, endsAt, zone, what, withWhom, now } = receipt
  return (
    <article className="receipt stack loose narrow">
      <header className="row ends">
        <div className="stack tight">
          <h1>{i18n.t('Receipt')}</h1>
          <p className="num soft">{reference}</p>
        </div>
        <address dir="auto">
          <strong>{business.name}</strong>
          {[business.legalName, store.name, ...store.lines].map((line) => line && line !== business.name && <div key={line}>{line}</div>)}
          {business.taxNumber && <div>{i18n.t('Tax number {number}', { number: business.taxNumber })}</div>}
        </address>
      </header>
      <Facts
        facts={[
          { term: i18n.t('For'), detail: <span dir="auto">{who}</span> },
          { term: i18n.t('What'), detail: <span dir="auto">{withWhom ? i18n.t('{what} with {person}', { what, person: withWhom }) : what}</span> },
          { term: i18n.t('When'), detail: <When start={startsAt} end={endsAt} zone={zone} /> },
          { term: i18n.t('Booked'), detail: <Time at={placedAt} zone={zone} /> },
        ]}
      />
      <Charged receipt={receipt} />
      <Taxes receipt={receipt} />
      <Flows receipt={receipt} />
      <Balance receipt={receipt} />
      <p className="soft fine">{i18n.t('As it stood on {when}. This tells what was paid; it is no tax invoice.', { when: formatDateTime(i18n.locale, zone, now) })}</p>
    </article>
  )
}

function Charged({ receipt: { sale } }: ReceiptProps) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const { lines } = chargedLines(i18n, sale)
  const off = sale.reversedMinor
  return (
    <PriceLines
      caption={<h2>{i18n.t('Price')}</h2>}
      lines={lines}
      totals={[
        { label: i18n.t('Total'), amount: money(sale.totalMinor), weight: 'total' },
        ...(off === 0
          ? []
          : [
              { label: i18n.t('No longer charged'), amount: money(-off) },
              { label: i18n.t('Charged in the end'), amount: money(sale.totalMinor - off), weight: 'total' as const },
            ]),
      ]}
    />
  )
}

function Taxes({ receipt: { taxes, sale } }: ReceiptProps) {
  const i18n = useI18n()
  if (taxes.length === 0) return null
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  return (
    <Section id="taxes" title={i18n.t('Taxes in it')}>
      <DataTable
        caption={i18n.t('Taxes in it')}
        quietCaption
        rows={taxes}
        rowKey={({ name, ratePpm }) => `${name} ${ratePpm}`}
        columns={[
          { key: 'tax', heading: i18n.t('Tax'), names: true, cell: ({ name, ratePpm }) => taxTitle(i18n, { taxName: name, taxRatePpm: ratePpm, title: name }) },
          { key: 'on', heading: i18n.t('Taxed amount'), place: 'end', cell: ({ onMinor }) => money(onMinor) },
          { key: 'amount', heading: i18n.t('Amount'), place: 'end', cell: ({ taxMinor }) => money(taxMinor) },
        ]}
      />
    </Section>
  )
}

function Flows({ receipt: { flows, sale, zone } }: ReceiptProps) {
  const i18n = useI18n()
  return (
    <Section id="payments" title={i18n.t('Payments')}>
      <DataTable
        caption={i18n.t('Payments')}
        quietCaption
        rows={flows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', heading: i18n.t('When'), names: true, cell: ({ at }) => <Time at={at} zone={zone} /> },
          { key: 'how', heading: i18n.t('How'), cell: (flow) => flowWords(i18n, flow) },
          { key: 'amount', heading: i18n.t('Amount'), place: 'end', cell: ({ amountMinor }) => <span className="nowrap">{formatMoney(i18n.locale, amountMinor, sale.currency)}</span> },
        ]}
      />
    </Section>
  )
}

function flowWords(i18n: ReturnType<typeof useI18n>, { kind, method, cardBrand, cardLast4 }: ReceiptPage['flows'][number]): string {
  const how = method === null ? '' : methodWithCard(i18n, { method, cardBrand, cardLast4 })
  switch (kind) {
    case 'paid':
      return i18n.t('Paid: {how}', { how })
    case 'given':
      return i18n.t('Given back: {how}', { how })
    case 'on-its-way':
      return i18n.t('On its way back: {how}', { how: methodWithCard(i18n, { method: 'card', cardBrand, cardLast4 }) })
    case 'due-back':
      return i18n.t('To be given back')
    default:
      return never(kind)
  }
}

function Balance({ receipt: { paidMinor, givenMinor, refundDueMinor, dueMinor, sale } }: ReceiptProps) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  return (
    <PriceLines
      caption={i18n.t('What is paid and due')}
      quietCaption
      lines={[{ label: i18n.t('Paid'), amount: money(paidMinor) }, ...(givenMinor > 0 ? [{ label: i18n.t('Given back'), amount: money(-givenMinor) }] : [])]}
      totals={[
        ...(refundDueMinor > 0 ? [{ label: i18n.t('Still comes back'), amount: money(refundDueMinor), weight: 'now' as const }] : []),
        dueMinor > 0 || refundDueMinor === 0 ? { label: i18n.t('Still to pay'), amount: money(dueMinor), weight: 'now' as const } : null,
      ].filter((total) => total !== null)}
    />
  )
}
