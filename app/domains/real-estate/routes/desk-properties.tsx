import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { channelsPath } from '~/core/channels/index.server'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Tally } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { listedProperties } from '../desk-list.server'
import { countNewEnquiries } from '../enquiries.server'
import { PropertyBadge } from '../ui/property-badge'

export const loader = guarded({ access: { needs: 'real-estate.read' } }, ({ db, ctx }) => {
  const { properties, archived } = listedProperties(db, ctx.businessId)
  return {
    title: `${ctx.i18n.t('Properties')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/real-estate`,
    currency: ctx.business.currency,
    mayManage: ctx.member.may('real-estate.manage'),
    channels: ctx.member.may('channels.manage') ? channelsPath(ctx.business.slug) : null,
    // Nobody asks where nothing is for rent or for sale.
    enquiries: ctx.member.may('real-estate.answer') && [...properties, ...archived].some(({ tenure }) => tenure !== 'nightly') ? countNewEnquiries(db, ctx.businessId) : null,
    properties,
    archived,
  }
})

export default function Properties() {
  const i18n = useI18n()
  const { base, mayManage, channels, enquiries, properties, archived } = useLoaderData<typeof loader>()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${base}/properties/new`}>
      {i18n.t('Add a property')}
    </Button>
  )
  return (
    <div className="stack loose">
      <TitleLine title={i18n.t('Properties')}>
        {properties.length + archived.length > 0 && (
          <Actions small>
            {enquiries !== null && (
              <Button variant="quiet" icon="mail" href={`${base}/enquiries`}>
                {i18n.t('Enquiries')} {enquiries > 0 && <Tally count={enquiries} about={i18n.t('not answered yet')} />}
              </Button>
            )}
            {channels && (
              <Button variant="quiet" icon="globe" href={channels}>
                {i18n.t('Other channels')}
              </Button>
            )}
            {properties.length > 0 && add}
          </Actions>
        )}
      </TitleLine>
      {properties.length === 0 ? (
        <EmptyState title={i18n.t('No property yet')} actions={add}>
          <p>{i18n.t('Say what you let, where it is and what a night costs. A house may have rooms that are booked by themselves.')}</p>
        </EmptyState>
      ) : (
        <PropertyTable rows={properties} caption={i18n.t('{count, plural, one {# property} other {# properties, in the order in which guests see them}}', { count: properties.length })} ordered />
      )}
      {archived.length > 0 && <PropertyTable rows={archived} caption={i18n.t('In the archive')} />}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['properties'][number]

function PropertyTable({ rows, caption, ordered = false }: { rows: readonly Row[]; caption: string; ordered?: boolean }) {
  const i18n = useI18n()
  const { base, currency, mayManage } = useLoaderData<typeof loader>()
  const tenures = { nightly: i18n.t('By the night'), 'long-term': i18n.t('For rent'), sale: i18n.t('For sale') }
  const columns = [
    { key: 'title', heading: i18n.t('Title'), names: true, cell: (row: Row) => <Title row={row} /> },
    { key: 'tenure', heading: i18n.t('How it is let'), cell: (row: Row) => (row.parts > 0 ? i18n.t('{tenure}, with {parts, plural, one {# part} other {# parts}}', { tenure: tenures[row.tenure], parts: row.parts }) : tenures[row.tenure]) },
    { key: 'guests', heading: i18n.t('Guests'), place: 'end' as const, cell: (row: Row) => row.guests ?? '' },
    { key: 'price', heading: i18n.t('Price'), place: 'end' as const, cell: (row: Row) => (row.priceMinor === null ? '' : formatMoney(i18n.locale, row.priceMinor, currency)) },
    { key: 'state', heading: i18n.t('State'), place: 'state' as const, cell: (row: Row) => <PropertyBadge status={row.status} /> },
    {
      key: 'order',
      heading: i18n.t('Order'),
      place: 'state' as const,
      cell: (row: Row) => (
        <Actions small>
          {(['up', 'down'] as const).map((direction) => (
            <PostButton key={direction} action={`${base}/properties/${row.id}/position`} fields={{ direction }} icon={direction}>
              {direction === 'up' ? i18n.t('Up') : i18n.t('Down')} <span className="sr">{row.title}</span>
            </PostButton>
          ))}
        </Actions>
      ),
    },
  ]
  return <DataTable caption={caption} fold rows={rows} rowKey={(row) => row.id} columns={mayManage && ordered ? columns : columns.filter(({ key }) => key !== 'order')} />
}

function Title({ row }: { row: Row }) {
  const i18n = useI18n()
  const { base, mayManage } = useLoaderData<typeof loader>()
  return (
    <>
      {mayManage ? <a href={`${base}/properties/${row.id}`}>{row.title}</a> : row.title}
      {row.whole && <small className="soft"> {i18n.t('part of {whole}', { whole: row.whole })}</small>}
      {row.unpriced && <small className="soft"> {i18n.t('no price yet')}</small>}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
