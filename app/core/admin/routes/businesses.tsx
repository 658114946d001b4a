import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { allBusinesses, countBusinesses } from '~/core/businesses/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { businessStatuses } from '../forms'
import { cursorText, hrefWith, onePage, readCursor } from '../model/cursor'
import { statusName } from '../../businesses/index'

const pageSize = 50

export const loader = guarded({ access: 'admin' }, ({ db, ctx, query }) => {
  const q = query.get('q')?.trim().slice(0, 200) ?? ''
  const status = businessStatuses.find((known) => known === query.get('status'))
  const cursor = readCursor(query.get('before'))
  const { rows, last } = onePage(allBusinesses(db, { text: q, status }, cursor, pageSize + 1), pageSize)
  return {
    title: ctx.i18n.t('Businesses'),
    zone: ctx.zone ?? 'UTC',
    total: countBusinesses(db),
    q,
    status: status ?? '',
    businesses: rows.map((business) => ({ id: business.id, name: business.name, slug: business.slug, code: business.code, status: business.status, createdAt: business.createdAt })),
    newer: cursor ? hrefWith('/admin/businesses', { q, status }) : undefined,
    older: last ? hrefWith('/admin/businesses', { q, status, before: cursorText({ at: last.createdAt, id: last.id }) }) : undefined,
  }
})

export default function Businesses() {
  const i18n = useI18n()
  const { title, total, q, status, businesses, newer, older } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('{total, plural, one {# business} other {# businesses}} in all', { total })} />
      <FilterBar action="/admin/businesses" search={i18n.t('Search the businesses')} icon="search" submit={i18n.t('Search')}>
        <FilterField name="q" type="search" label={i18n.t('Part of the name')} value={q} broad />
        <FilterSelect
          name="status"
          label={i18n.t('Status')}
          value={status}
          options={[{ value: '', label: i18n.t('Every status') }, ...businessStatuses.map((known) => ({ value: known, label: statusName(i18n, known).label }))]}
        />
      </FilterBar>
      {businesses.length === 0 ? (
        <EmptyState
          title={i18n.t('No business matches')}
          actions={
            <Button href="/admin/businesses" variant="quiet">
              {i18n.t('Show every business')}
            </Button>
          }
        >
          <p>{i18n.t('Try a shorter part of the name, or another status.')}</p>
        </EmptyState>
      ) : (
        <BusinessTable />
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}

function BusinessTable() {
  const i18n = useI18n()
  const { zone, businesses } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('Businesses, the newest first')}
      quietCaption
      fold
      rows={businesses}
      rowKey={(business) => business.id}
      columns={[
        { key: 'name', heading: i18n.t('Name'), names: true, cell: (business) => <a href={`/b/${business.slug}`}>{business.name}</a> },
        { key: 'code', heading: i18n.t('Code'), cell: (business) => business.code },
        { key: 'since', heading: i18n.t('Since'), cell: (business) => <Time at={business.createdAt} zone={zone} show="date" /> },
        {
          key: 'status',
          heading: i18n.t('Status'),
          place: 'state',
          cell: (business) => {
            const { label, tone } = statusName(i18n, business.status)
            return <Badge tone={tone}>{label}</Badge>
          },
        },
        {
          key: 'act',
          heading: i18n.t('Switch'),
          cell: (business) => (
            <a href={`/admin/businesses/${business.id}/status`}>
              {i18n.t('Switch on or off')}
              <span className="sr">: {business.name}</span>
            </a>
          ),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
