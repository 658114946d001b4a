import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatNumber } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { BulkBar } from '~/ui/bulk-bar'
import { Actions, Button } from '~/ui/button'
import { Chips } from '~/ui/chips'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Icon } from '~/ui/icon'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { deskAddressIn, deskCursorIn, deskHref, deskSorts, isDeskNarrowed, type DeskSort } from '../desk-address'
import { deskPage } from '../desk-page.server'
import { listField } from '../desk-selection'
import { DeskCards, DeskTable } from '../ui/desk-rows'

export const loader = guarded({ access: { needs: 'listings.read' } }, ({ db, ctx, query, url }) => {
  const address = deskAddressIn(query)
  const cursor = deskCursorIn(query)
  return {
    title: ctx.i18n.t('Listings'),
    path: url.pathname,
    address,
    here: deskHref('', address, cursor),
    ticked: query.get('ticked') === 'all',
    page: deskPage(db, ctx, address, cursor),
  }
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function Listings() {
  const i18n = useI18n()
  const data = useLoaderData<typeof loader>()
  const { title, path, address, page } = data
  const views = (['table', 'grid'] as const).map((view) => ({
    href: deskHref(path, { ...address, view }),
    label: view === 'table' ? i18n.t('Table') : i18n.t('Cards'),
    current: view === address.view ? ('page' as const) : undefined,
  }))
  return (
    <>
      <TitleLine title={title}>
        <Actions small>
          <Chips label={i18n.t('View')} chips={views} />
          {page.trades.map(({ domain, label, add }) => add && <Button key={domain} variant="quiet" icon="plus" href={add}>{i18n.t('New in {trade}', { trade: label })}</Button>)}
        </Actions>
      </TitleLine>
      <div className="stack">
        <Filters data={data} />
        <Chips label={i18n.t('Status')} chips={page.states.map(({ href, label, count, current }) => ({ href, label, count, current: current ? ('page' as const) : undefined }))} />
      </div>
      {page.rows.length === 0 ? <Nothing data={data} /> : <Listed data={data} />}
    </>
  )
}

function Filters({ data: { path, address, page: { choices } } }: { data: Data }) {
  const i18n = useI18n()
  const names: Readonly<Record<DeskSort, string>> = { position: i18n.t('Your own order'), title: i18n.t('Name'), newest: i18n.t('The newest first'), price: i18n.t('The dearest first') }
  return (
    <FilterBar action={path} icon="filter" search={i18n.t('Listings')} keep={{ ...(address.view === 'grid' && { view: 'grid' }), ...(address.status && { status: address.status }) }}>
      <FilterField name="q" type="search" label={i18n.t('Name or description')} value={address.q} broad />
      {choices.domains.length > 2 && <FilterSelect name="domain" label={i18n.t('Domain')} value={address.domain} options={choices.domains} />}
      {choices.categories.length > 1 && <FilterSelect name="category" label={i18n.t('Category')} value={address.category} options={choices.categories} />}
      {choices.stores.length > 2 && <FilterSelect name="store" label={i18n.t('Where')} value={address.store} options={choices.stores} />}
      <FilterSelect name="sort" label={i18n.t('Sorted by')} value={address.sort} options={deskSorts.map((sort) => ({ value: sort, label: names[sort] }))} />
    </FilterBar>
  )
}

/** The rows; in a form with a box before each that may be changed. */
function Listed({ data }: { data: Data }) {
  const i18n = useI18n()
  const { path, address, here, ticked, page } = data
  const choosing = page.rows.some(({ changes }) => changes)
  const Shown = address.view === 'grid' ? DeskCards : DeskTable
  const rows = <Shown rows={page.rows} currency={page.currency} ticked={ticked} sortHref={(sort) => deskHref(path, { ...address, sort })} sort={address.sort} />
  const acts = [
    { label: i18n.t('Archive…'), href: `${path}/selection/archiving`, asks: true },
    { label: i18n.t('Pause'), href: `${path}/selection/pause` },
    { label: i18n.t('Publish'), href: `${path}/selection/publication` },
  ]
  return (
    <section className="after" aria-label={data.title}>
      {choosing ? (
        <form id="chosen" method="post" action={`${path}/selection/archiving`}>
          {here !== '' && <input type="hidden" name={listField} value={here.slice(1)} />}
          <BulkBar
            summary={
              <>
                <Counted data={data} />
                <p>
                  <a href={ticked ? `${path}${here}#chosen` : `${path}${here === '' ? '?' : `${here}&`}ticked=all#chosen`}>{ticked ? i18n.t('Choose none') : i18n.t('Choose all on this page')}</a>
                </p>
              </>
            }
            acts={acts}
          />
          {rows}
        </form>
      ) : (
        <>
          <Counted data={data} />
          {rows}
        </>
      )}
      <Pager newer={page.before ? deskHref(path, address, page.before) : undefined} older={page.after ? deskHref(path, address, page.after) : undefined} />
      <p>
        <a className="with-icon" href={deskHref(`${path}.csv`, address)}>
          <Icon name="download" /> {i18n.t('Download as CSV')}
        </a>{' '}
        {page.atLeast && <span className="soft">{i18n.t('The file holds at most the first {most} of the list.', { most: formatNumber(i18n.locale, page.mostInFile) })}</span>}
      </p>
    </section>
  )
}

function Counted({ data: { path, address, page: { count, atLeast } } }: { data: Data }) {
  const i18n = useI18n()
  return (
    <p>
      <strong>
        {atLeast ? i18n.t('{most} listings or more', { most: formatNumber(i18n.locale, count) }) : i18n.t('{count, plural, one {# listing} other {# listings}}', { count })}
      </strong>{' '}
      {isDeskNarrowed(address) && <a href={path}>{i18n.t('Show all')}</a>}
    </p>
  )
}

/** Nothing fits, or nothing is there yet: then each trade says what its first listing would be. */
function Nothing({ data: { path, address, page: { trades } } }: { data: Data }) {
  const i18n = useI18n()
  if (isDeskNarrowed({ ...address, domain: '' })) {
    return (
      <EmptyState title={i18n.t('No listing matches')} actions={<Button href={path}>{i18n.t('Show all')}</Button>}>
        <p>{i18n.t('Look for the beginning of a word in its name or its description, or take a filter away.')}</p>
      </EmptyState>
    )
  }
  return trades
    .filter(({ domain }) => address.domain === '' || address.domain === domain)
    .map(({ domain, label, about, add }) => (
      <EmptyState
        key={domain}
        id={`nothing-${domain}`}
        title={i18n.t('Nothing in {trade} yet', { trade: label })}
        actions={add && <Button icon="plus" href={add}>{i18n.t('New in {trade}', { trade: label })}</Button>}
      >
        <p>{about}</p>
      </EmptyState>
    ))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
