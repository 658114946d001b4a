import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { businessesByIds } from '~/core/businesses/index.server'
import { accounts, balances, ledgerTransactions, sumOfEverything } from '~/core/ledger/index.server'
import { formatMoney } from '~/kernel/format'
import { addDays, isLocalDate, startOfDay, type LocalDate } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { PlainList } from '~/ui/plain-list'
import { Time } from '~/ui/when'
import { cursorText, hrefWith, onePage, readCursor } from '../model/cursor'
import { accountName, factName } from '../words'

const pageSize = 50

export const loader = guarded({ access: 'admin' }, ({ db, ctx, query }) => {
  const { i18n } = ctx
  const zone = ctx.zone ?? 'UTC'
  const typed = (name: string) => query.get(name)?.trim().slice(0, 100) ?? ''
  const filter = { business: typed('business'), account: typed('account'), from: typed('from'), to: typed('to') }
  const before = readCursor(query.get('before'))
  const dayStart = (text: string, days = 0) => (isLocalDate(text) ? startOfDay(addDays(text as LocalDate, days), zone) : null)
  const wanted = {
    businessId: filter.business || null,
    account: accounts.find((account) => account === filter.account) ?? null,
    from: dayStart(filter.from),
    to: dayStart(filter.to, 1),
  }
  const { rows, last } = onePage(ledgerTransactions(db, wanted, before, pageSize + 1), pageSize)
  const firms = new Map(businessesByIds(db, [...new Set(rows.map(({ businessId }) => businessId))]).map(({ id, name }) => [id, name]))
  const money = (minor: number, currency: string) => formatMoney(i18n.locale, minor, currency)
  return {
    title: i18n.t('Ledger'),
    zone,
    filter,
    accounts: [{ value: '', label: i18n.t('All') }, ...accounts.map((account) => ({ value: account, label: accountName(i18n, account) }))],
    rows: rows.map(({ id, businessId, at, kind, saleId, currency, entries }) => ({
      id, at, saleId, what: factName(i18n, kind), business: firms.get(businessId) ?? businessId,
      entries: entries.map(({ account, amountMinor, line }, index) => ({
        key: String(index), account: accountName(i18n, account), line: line ?? null, amount: money(amountMinor, currency),
      })),
    })),
    sums: sumOfEverything(db).map(({ currency, entries, sumMinor }) => ({ currency, entries, right: sumMinor === 0, sum: money(sumMinor, currency) })),
    balances: balances(db, wanted.businessId).map(({ account, currency, balanceMinor }) => ({
      key: `${account} ${currency}`, account: accountName(i18n, account), currency, amount: money(balanceMinor, currency),
    })),
    newer: before ? hrefWith('/admin/ledger', filter) : undefined,
    older: last ? hrefWith('/admin/ledger', { ...filter, before: cursorText(last) }) : undefined,
  }
})

export default function Ledger() {
  const i18n = useI18n()
  const { title, filter, accounts: choices, rows, newer, older } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('What the books say, the latest first')} />
      <Sums />
      <FilterBar action="/admin/ledger">
        <FilterField name="business" label={i18n.t('Number of the business')} value={filter.business} />
        <FilterSelect name="account" label={i18n.t('Account')} value={filter.account} options={choices} />
        <FilterField name="from" type="date" label={i18n.t('From')} value={filter.from} />
        <FilterField name="to" type="date" label={i18n.t('To')} value={filter.to} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          title={i18n.t('Nothing matches')}
          actions={
            <Button href="/admin/ledger" variant="quiet">
              {i18n.t('Show everything')}
            </Button>
          }
        >
          <p>{i18n.t('Every sale, payment and refund is written here as it happens.')}</p>
        </EmptyState>
      ) : (
        <Transactions />
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}

/** The proof that the books are right, and what stands on each account. */
function Sums() {
  const i18n = useI18n()
  const { sums, balances: standing } = useLoaderData<typeof loader>()
  return (
    <Section id="sums" title={i18n.t('Everything added up')}>
      <PlainList
        flush
        items={sums.map(({ currency, entries, right, sum }) => ({
          key: currency,
          content: (
            <>
              {i18n.t('{entries, plural, one {# entry} other {# entries}} in {currency}: {sum}', { entries, currency, sum })}{' '}
              <Badge tone={right ? 'good' : 'bad'}>{right ? i18n.t('The books are right') : i18n.t('The books are wrong')}</Badge>
            </>
          ),
        }))}
      />
      {standing.length > 0 && (
        <DataTable
          caption={i18n.t('What stands on each account; credits are below zero')}
          fold
          rows={standing}
          rowKey={(row) => row.key}
          columns={[
            { key: 'account', heading: i18n.t('Account'), names: true, cell: (row) => row.account },
            { key: 'currency', heading: i18n.t('Currency'), cell: (row) => row.currency },
            { key: 'amount', heading: i18n.t('Amount'), cell: (row) => row.amount },
          ]}
        />
      )}
    </Section>
  )
}

function Transactions() {
  const i18n = useI18n()
  const { zone, rows } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('Transactions, the latest first')}
      quietCaption
      fold
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', heading: i18n.t('When'), cell: (row) => <Time at={row.at} zone={zone} /> },
        { key: 'what', heading: i18n.t('What'), names: true, cell: (row) => row.what },
        { key: 'business', heading: i18n.t('Business'), cell: (row) => row.business },
        { key: 'sale', heading: i18n.t('Sale'), cell: (row) => <code>{`…${row.saleId.slice(-12)}`}</code> },
        {
          key: 'entries',
          heading: i18n.t('Entries'),
          cell: (row) => (
            <PlainList
              flush
              fine
              items={row.entries.map(({ key, account, line, amount }) => ({
                key,
                content: line === null ? i18n.t('{account}: {amount}', { account, amount }) : i18n.t('{account}, line {line}: {amount}', { account, line, amount }),
              }))}
            />
          ),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
