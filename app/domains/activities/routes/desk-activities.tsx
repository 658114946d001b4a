import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { takenOf } from '~/core/sessions/index'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { listedActivities } from '../desk.server'
import { ActivityBadge } from '../ui/activity-badge'

export const loader = guarded({ access: { needs: 'activities.read' } }, ({ db, ctx, query }) => {
  const rows = listedActivities(db, ctx)
  return {
    title: `${ctx.i18n.t('Activities')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/activities`,
    currency: ctx.business.currency,
    mayManage: ctx.member.may('activities.manage'),
    /** Who comes to add a date first says of what. */
    adding: query.get('add') === 'date' && ctx.member.may('activities.manage'),
    current: rows.filter(({ status }) => status !== 'archived'),
    archived: rows.filter(({ status }) => status === 'archived'),
  }
})

export default function Activities() {
  const i18n = useI18n()
  const { base, mayManage, adding, current, archived } = useLoaderData<typeof loader>()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${base}/new`}>
      {i18n.t('New activity')}
    </Button>
  )
  return (
    <div className="stack loose">
      <TitleLine title={adding ? i18n.t('New date: of what?') : i18n.t('Activities')}>{current.length > 0 && <Actions small>{add}</Actions>}</TitleLine>
      {current.length === 0 ? (
        <EmptyState title={i18n.t('No activity yet')} actions={add}>
          <p>{i18n.t('Say what people do, where they meet and what it costs; then add its dates.')}</p>
        </EmptyState>
      ) : (
        <ActivityTable rows={current} caption={i18n.t('{count, plural, one {# activity} other {# activities}}', { count: current.length })} />
      )}
      {archived.length > 0 && <ActivityTable rows={archived} caption={i18n.t('In the archive')} />}
    </div>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['current'][number]

function ActivityTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const i18n = useI18n()
  const { base, currency, adding } = useLoaderData<typeof loader>()
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
              <a href={adding ? `${base}/${row.id}/dates/new` : `${base}/${row.id}`}>{row.title}</a>
              {row.section && <small className="soft"> {row.section}</small>}
            </>
          ),
        },
        { key: 'next', heading: i18n.t('Next date'), cell: (row: Row) => row.next?.at ?? i18n.t('None ahead') },
        { key: 'taken', heading: i18n.t('Booked and held'), place: 'end', cell: (row: Row) => row.next && takenOf(i18n, row.next) },
        { key: 'price', heading: i18n.t('Price'), place: 'end', cell: (row: Row) => (row.priceMinor === null ? '' : formatMoney(i18n.locale, row.priceMinor, currency)) },
        { key: 'state', heading: i18n.t('State'), place: 'state', cell: (row: Row) => <ActivityBadge status={row.status} /> },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
