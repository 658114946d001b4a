import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { placesOf } from '~/core/allocation/index.server'
import { storesOf } from '~/core/businesses/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx }) => {
  const stores = new Map(storesOf(db, ctx.businessId).map(({ id, name }) => [id, name]))
  const base = `/dashboard/${ctx.business.slug}`
  return {
    title: `${ctx.i18n.t('Rooms and chairs')} – ${ctx.business.name}`,
    base,
    places: placesOf(db, ctx.businessId).map(({ id, name, storeId, capacity, active }) => ({ id, name, store: storeId === null ? null : (stores.get(storeId) ?? null), capacity, active })),
  }
})

export default function Places() {
  const i18n = useI18n()
  const { base, places } = useLoaderData<typeof loader>()
  const add = (
    <Button variant="quiet" icon="plus" href={`${base}/places/new`}>
      {i18n.t('Add a room or a chair')}
    </Button>
  )
  return (
    <div className="stack loose">
      <Breadcrumb href={`${base}/appointments/services`} label={i18n.t('Services')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Rooms and chairs')}>{places.length > 0 && <Actions small>{add}</Actions>}</TitleLine>
      {places.length === 0 ? (
        <EmptyState title={i18n.t('No room or chair yet')} actions={add}>
          <p>{i18n.t('Add what a visit needs beside the person and what two visits cannot have at once: a treatment room, a chair, a bench.')}</p>
        </EmptyState>
      ) : (
        <PlacesTable />
      )}
    </div>
  )
}

function PlacesTable() {
  const i18n = useI18n()
  const { base, places } = useLoaderData<typeof loader>()
  const last = places.length - 1
  const move = (id: string, name: string, direction: 'up' | 'down') => (
    <PostButton action={`${base}/places/${id}/position`} fields={{ direction }} icon={direction}>
      {direction === 'up' ? i18n.t('Up') : i18n.t('Down')} <span className="sr">{name}</span>
    </PostButton>
  )
  return (
    <DataTable
      caption={i18n.t('{count, plural, one {# room or chair} other {# rooms and chairs}}', { count: places.length })}
      fold
      rows={places.map((place, at) => ({ ...place, at }))}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', heading: i18n.t('Name'), names: true, cell: ({ id, name }) => <a href={`${base}/places/${id}`}>{name}</a> },
        { key: 'store', heading: i18n.t('Store'), cell: ({ store }) => store ?? i18n.t('Every store') },
        {
          key: 'capacity',
          heading: i18n.t('How many'),
          cell: ({ capacity }) => (capacity === null ? '' : i18n.t('{count, plural, one {# visit at once} other {# visits at once}}', { count: capacity })),
        },
        { key: 'hours', heading: i18n.t('Hours'), cell: ({ id, name }) => <a href={`${base}/hours/${id}`}>{i18n.t('Hours of {name}', { name })}</a> },
        {
          key: 'state',
          heading: i18n.t('State'),
          place: 'state',
          cell: ({ active }) => (active ? <Badge tone="good">{i18n.t('Can be booked')}</Badge> : <Badge tone="done">{i18n.t('Not booked any more')}</Badge>),
        },
        {
          key: 'order',
          heading: i18n.t('Order'),
          place: 'end',
          cell: ({ id, name, at }) => (
            <Actions small>
              {at > 0 && move(id, name, 'up')}
              {at < last && move(id, name, 'down')}
            </Actions>
          ),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
