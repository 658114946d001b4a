import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { priceTag } from '~/core/listings/index'
import { takenOf } from '~/core/sessions/index'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { listedEvents } from '../desk.server'
import { EventBadge } from '../ui/event-badge'

export const loader = guarded({ access: { needs: 'events.read' } }, ({ db, ctx }) => {
  const events = listedEvents(db, ctx)
  return {
    title: `${ctx.i18n.t('Events')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/events`,
    currency: ctx.business.currency,
    mayManage: ctx.member.may('events.manage'),
    current: events.filter(({ state, archived }) => !archived && state !== 'completed' && state !== 'cancelled'),
    past: events.filter(({ state, archived }) => archived || state === 'completed' || state === 'cancelled'),
  }
})

export default function Events() {
  const i18n = useI18n()
  const { base, mayManage, current, past } = useLoaderData<typeof loader>()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${base}/new`}>
      {i18n.t('New event')}
    </Button>
  )
  return (
    <div className="stack loose">
      <TitleLine title={i18n.t('Events')}>{current.length > 0 && <Actions small>{add}</Actions>}</TitleLine>
      {current.length === 0 ? (
        <EmptyState title={i18n.t('No event ahead')} actions={add}>
          <p>{i18n.t('Say what takes place and where; then add its dates and its tickets.')}</p>
        </EmptyState>
      ) : (
        <EventTable rows={current} caption={i18n.t('{count, plural, one {# event} other {# events}}', { count: current.length })} />
      )}
      {past.length > 0 && <EventTable rows={past} caption={i18n.t('Over, cancelled or in the archive')} />}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['current'][number]

function EventTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const i18n = useI18n()
  const { base, currency } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={caption}
      fold
      labelled
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          heading: i18n.t('Title'),
          names: true,
          cell: (row: Row) => (
            <>
              <a href={`${base}/${row.id}`}>{row.title}</a>
              {row.section && <small className="soft"> {row.section}</small>}
            </>
          ),
        },
        { key: 'next', heading: i18n.t('Next date'), cell: (row: Row) => row.next?.at ?? i18n.t('None ahead') },
        { key: 'taken', heading: i18n.t('Sold and held'), place: 'end', cell: (row: Row) => row.next && takenOf(i18n, row.next) },
        { key: 'price', heading: i18n.t('Price from'), place: 'end', cell: (row: Row) => (row.priceMinor === null ? '' : priceTag(i18n, row.priceMinor, currency)) },
        { key: 'state', heading: i18n.t('State'), place: 'state', cell: (row: Row) => <EventBadge state={row.state} /> },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
