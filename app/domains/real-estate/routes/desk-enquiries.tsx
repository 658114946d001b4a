import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { countNewEnquiries } from '../enquiries.server'
import { enquiryList } from '../enquiries-page.server'
import { EnquiryBadge } from '../ui/enquiry-badge'

export const loader = guarded({ access: { needs: 'real-estate.answer' } }, ({ db, ctx, query }) => ({
  title: `${ctx.i18n.t('Enquiries')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/real-estate/properties`,
  waiting: countNewEnquiries(db, ctx.businessId),
  ...enquiryList(db, ctx, query),
}))

export default function Enquiries() {
  const i18n = useI18n()
  const { back, waiting, path, filters, properties, rows, newer, older } = useLoaderData<typeof loader>()
  const all = { value: '', label: i18n.t('All of them') }
  const states = [
    { value: 'new', label: i18n.t('Not answered yet') },
    { value: 'answered', label: i18n.t('Answered') },
    { value: 'closed', label: i18n.t('Closed enquiry') },
  ]
  const isFiltered = filters.status !== null || filters.listingId !== null
  return (
    <div className="stack">
      <Breadcrumb href={back} label={i18n.t('Properties')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Enquiries')} />
      <p className="soft">{i18n.t('{count, plural, =0 {Every enquiry is answered or closed.} one {# enquiry waits for an answer.} other {# enquiries wait for an answer.}}', { count: waiting })}</p>
      <FilterBar action={path}>
        <FilterSelect name="status" label={i18n.t('State')} value={filters.status ?? ''} options={[all, ...states]} />
        <FilterSelect name="property" label={i18n.t('Property')} value={filters.listingId ?? ''} options={[all, ...properties]} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState title={isFiltered ? i18n.t('No enquiry is like that') : i18n.t('No enquiry yet')} actions={isFiltered && <Button href={path}>{i18n.t('See all enquiries')}</Button>}>
          <p>{isFiltered ? i18n.t('Choose another state or property.') : i18n.t('Whoever asks about a property that is for rent or for sale stands here.')}</p>
        </EmptyState>
      ) : (
        <EnquiryTable />
      )}
      <Pager newer={newer ?? undefined} older={older ?? undefined} />
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function EnquiryTable() {
  const i18n = useI18n()
  const { path, rows, zone } = useLoaderData<typeof loader>()
  const columns: Column<Row>[] = [
    {
      key: 'who',
      heading: i18n.t('Who'),
      names: true,
      cell: ({ id, contactName, message }) => (
        <>
          <a href={`${path}/${id}`}>{contactName}</a> <small className="soft">{message}</small>
        </>
      ),
    },
    { key: 'property', heading: i18n.t('Property'), cell: ({ title }) => title },
    { key: 'at', heading: i18n.t('Asked'), cell: ({ askedAt }) => <Time at={askedAt} zone={zone} /> },
    { key: 'state', heading: i18n.t('State'), place: 'state', cell: ({ status }) => <EnquiryBadge status={status} /> },
  ]
  return <DataTable caption={i18n.t('Enquiries, the newest first')} quietCaption fold rows={rows} rowKey={({ id }) => id} columns={columns} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
