import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { businessesByIds } from '~/core/businesses/index.server'
import { usersByIds } from '~/core/identity/index.server'
import { isId } from '~/kernel/ids'
import { auditLog, type AuditRow } from '~/platform/audit-log.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { hrefWith, onePage } from '../model/cursor'

const pageSize = 50

export const loader = guarded({ access: 'admin' }, ({ db, ctx, query }) => {
  const typed = (name: string) => query.get(name)?.trim().slice(0, 100) ?? ''
  const filter = { action: typed('action'), subject: typed('subject'), actor: typed('actor'), business: typed('business') }
  const before = isId(typed('before')) ? typed('before') : null
  const wanted = { action: filter.action, subject: filter.subject, actorId: filter.actor, businessId: filter.business }
  const { rows, last } = onePage(auditLog(db, wanted, before, pageSize + 1), pageSize)
  const people = usersByIds(db, rows.flatMap(({ actor }) => (actor.kind === 'user' && actor.id ? [actor.id] : [])))
  const firms = new Map(businessesByIds(db, [...new Set(rows.flatMap(({ businessId }) => businessId ?? []))]).map(({ id, name }) => [id, name]))
  return {
    title: ctx.i18n.t('Audit'),
    zone: ctx.zone ?? 'UTC',
    filter,
    rows: rows.map((row) => ({ ...row, who: (row.actor.id && people.get(row.actor.id)?.name) ?? null, business: (row.businessId && firms.get(row.businessId)) ?? null })),
    newer: before ? hrefWith('/admin/audit', filter) : undefined,
    older: last ? hrefWith('/admin/audit', { ...filter, before: last.id }) : undefined,
  }
})

export default function Audit() {
  const i18n = useI18n()
  const { title, filter, rows, newer, older } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('Who changed what, the latest first')} />
      <FilterBar action="/admin/audit">
        <FilterField name="action" label={i18n.t('Beginning of the act')} value={filter.action} />
        <FilterField name="subject" label={i18n.t('Number of the thing')} value={filter.subject} />
        <FilterField name="actor" label={i18n.t('Number of the person')} value={filter.actor} />
        <FilterField name="business" label={i18n.t('Number of the business')} value={filter.business} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          title={i18n.t('Nothing matches')}
          actions={
            <Button href="/admin/audit" variant="quiet">
              {i18n.t('Show everything')}
            </Button>
          }
        >
          <p>{i18n.t('An act begins with its module, like identity or bookings. Leave a field empty to see all.')}</p>
        </EmptyState>
      ) : (
        <AuditTable />
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}

function AuditTable() {
  const i18n = useI18n()
  const { zone, rows } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('Audit, the latest first')}
      quietCaption
      fold
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', heading: i18n.t('When'), cell: (row) => <Time at={row.at} zone={zone} /> },
        { key: 'who', heading: i18n.t('Who'), cell: (row) => row.who ?? actorName(i18n, row.actor) },
        { key: 'action', heading: i18n.t('Act'), names: true, cell: (row) => <code>{row.action}</code> },
        { key: 'business', heading: i18n.t('Business'), cell: (row) => row.business },
        {
          key: 'subject',
          heading: i18n.t('Thing'),
          cell: (row) => (
            <a href={hrefWith('/admin/audit', { subject: row.subject })}>
              <code>{`…${row.subject.slice(-12)}`}</code>
            </a>
          ),
        },
        { key: 'changes', heading: i18n.t('Changes'), cell: (row) => (Object.keys(row.changes).length === 0 ? null : <code>{JSON.stringify(row.changes)}</code>) },
      ]}
    />
  )
}

function actorName(i18n: I18n, { kind, id = '' }: AuditRow['actor']): string {
  if (kind === 'nobody') return i18n.t('Somebody without an account')
  if (kind === 'link') return i18n.t('Holder of a booking’s link')
  if (kind === 'system') return i18n.t('Job: {id}', { id })
  return id
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
