import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { servicesOf } from '../queries.server'
import { ServiceBadge } from '../ui/service-badge'

export const loader = guarded({ access: { needs: 'appointments.read' } }, ({ db, ctx }) => {
  const services = servicesOf(db, ctx.businessId, ['active', 'draft', 'paused', 'archived']).map(({ listing, durationMinutes, staff, staffChoice }) => ({
    id: listing.id,
    title: listing.title,
    section: listing.section,
    status: listing.status,
    minutes: durationMinutes,
    priceMinor: listing.priceMinor,
    people: staffChoice === 'places' ? null : staff.map(({ name }) => name),
  }))
  return {
    title: `${ctx.i18n.t('Services')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/appointments`,
    places: `/dashboard/${ctx.business.slug}/places`,
    currency: ctx.business.currency,
    mayManage: ctx.member.may('appointments.manage'),
    services: services.filter(({ status }) => status !== 'archived'),
    archived: services.filter(({ status }) => status === 'archived'),
  }
})

export default function Services() {
  const i18n = useI18n()
  const { base, places, mayManage, services, archived } = useLoaderData<typeof loader>()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${base}/services/new`}>
      {i18n.t('Add a service')}
    </Button>
  )
  return (
    <div className="stack loose">
      <TitleLine title={i18n.t('Services')}>
        {mayManage && (
          <Actions small>
            <Button variant="plain" href={places}>
              {i18n.t('Rooms and chairs')}
            </Button>
            {services.length > 0 && add}
          </Actions>
        )}
      </TitleLine>
      {services.length === 0 ? (
        <EmptyState title={i18n.t('No service yet')} actions={add}>
          <p>{i18n.t('Say what people can book, how long it takes and what it costs.')}</p>
        </EmptyState>
      ) : (
        <ServiceTable
          rows={services}
          caption={i18n.t('{count, plural, one {# service, as customers see it} other {# services, in the order in which customers see them}}', { count: services.length })}
          ordered
        />
      )}
      {archived.length > 0 && <ServiceTable rows={archived} caption={i18n.t('In the archive')} />}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['services'][number]

function ServiceTable({ rows, caption, ordered = false }: { rows: readonly Row[]; caption: string; ordered?: boolean }) {
  const i18n = useI18n()
  const { base, currency, mayManage } = useLoaderData<typeof loader>()
  const last = rows.length - 1
  const move = ({ id, title }: Row, direction: 'up' | 'down') => (
    <PostButton action={`${base}/services/${id}/position`} fields={{ direction }} icon={direction}>
      {direction === 'up' ? i18n.t('Up') : i18n.t('Down')} <span className="sr">{title}</span>
    </PostButton>
  )
  const columns = [
    {
      key: 'title',
      heading: i18n.t('Title'),
      names: true,
      cell: (row: Row) => (
        <>
          {mayManage ? <a href={`${base}/services/${row.id}`}>{row.title}</a> : row.title}
          {row.section && <small className="soft"> {row.section}</small>}
        </>
      ),
    },
    { key: 'who', heading: i18n.t('Who'), cell: (row: Row) => row.people?.join(', ') ?? i18n.t('Places only') },
    { key: 'length', heading: i18n.t('Length'), cell: (row: Row) => i18n.t('{minutes} min', { minutes: row.minutes }) },
    { key: 'price', heading: i18n.t('Price'), place: 'end' as const, cell: (row: Row) => (row.priceMinor === null ? '' : formatMoney(i18n.locale, row.priceMinor, currency)) },
    { key: 'state', heading: i18n.t('State'), place: 'state' as const, cell: (row: Row) => <ServiceBadge status={row.status} /> },
    {
      key: 'order',
      heading: i18n.t('Order'),
      cell: (row: Row & { at: number }) => (
        <Actions small>
          {row.at > 0 && move(row, 'up')}
          {row.at < last && move(row, 'down')}
        </Actions>
      ),
    },
  ]
  return (
    <DataTable
      caption={caption}
      fold
      rows={rows.map((row, at) => ({ ...row, at }))}
      rowKey={(row) => row.id}
      columns={mayManage && ordered ? columns : columns.filter(({ key }) => key !== 'order')}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
