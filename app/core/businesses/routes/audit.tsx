import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { usersByIds } from '~/core/identity/index.server'
import { isId } from '~/kernel/ids'
import { auditLog, type AuditRow } from '~/platform/audit-log.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { actWords, auditAreas, changeWords } from '../act-words'
import { membersOf } from '../queries.server'

const pageSize = 50

export const loader = guarded({ access: { needs: 'audit.read' } }, ({ db, ctx, query, url }) => {
  const area = query.get('area') ?? ''
  const who = query.get('who') ?? ''
  const before = query.get('before') ?? ''
  const known = Object.hasOwn(auditAreas(ctx.i18n), area)
  const filter = { businessId: ctx.businessId, ...(known ? { action: `${area}.` } : {}), ...(isId(who) ? { actorId: who } : {}) }
  // One more than a page tells whether another follows.
  const found = auditLog(db, filter, isId(before) ? before : null, pageSize + 1)
  const rows = found.slice(0, pageSize)
  const members = membersOf(db, ctx.businessId).map((member) => member.userId)
  const people = usersByIds(db, [...members, ...rows.flatMap(({ actor }) => (actor.kind === 'user' && actor.id ? [actor.id] : []))])
  const here = url.pathname
  const said = new URLSearchParams({ ...(known ? { area } : {}), ...(isId(who) ? { who } : {}) })
  const last = found.length > pageSize ? rows.at(-1) : undefined
  return {
    title: `${ctx.i18n.t('What was done')} – ${ctx.business.name}`,
    here,
    zone: ctx.business.timeZone,
    area: known ? area : '',
    who: isId(who) ? who : '',
    people: members.map((id) => ({ value: id, label: people.get(id)?.name ?? id })),
    rows: rows.map((row) => ({ ...row, name: (row.actor.id && people.get(row.actor.id)?.name) ?? null })),
    newer: isId(before) ? `${here}?${said.toString()}` : undefined,
    older: last && `${here}?${new URLSearchParams([...said, ['before', last.id]]).toString()}`,
  }
})

export default function Audit() {
  const i18n = useI18n()
  const { here, area, who, people, rows, newer, older } = useLoaderData<typeof loader>()
  const areas = Object.entries(auditAreas(i18n)).map(([value, label]) => ({ value, label }))
  return (
    <div className="stack loose">
      <TitleLine title={i18n.t('What was done')} kicker={i18n.t('Who changed what, the latest first')} />
      <FilterBar action={here}>
        <FilterSelect name="area" label={i18n.t('About')} value={area} options={[{ value: '', label: i18n.t('Everything') }, ...areas]} />
        <FilterSelect name="who" label={i18n.t('By')} value={who} options={[{ value: '', label: i18n.t('Everybody') }, ...people]} />
      </FilterBar>
      {rows.length === 0 ? (
        <EmptyState
          title={i18n.t('Nothing matches')}
          actions={
            <Button href={here} variant="quiet">
              {i18n.t('Show everything')}
            </Button>
          }
        >
          <p>{i18n.t('Nobody has done anything of this kind here yet.')}</p>
        </EmptyState>
      ) : (
        <AuditTable />
      )}
      <Pager newer={newer} older={older} />
    </div>
  )
}

function AuditTable() {
  const i18n = useI18n()
  const { zone, rows } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('What was done, the latest first')}
      quietCaption
      fold
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', heading: i18n.t('When'), cell: (row) => <Time at={row.at} zone={zone} /> },
        { key: 'what', heading: i18n.t('What'), names: true, cell: (row) => actWords(i18n, row.action) },
        { key: 'who', heading: i18n.t('Who'), cell: (row) => row.name ?? actorName(i18n, row.actor) },
        { key: 'changes', heading: i18n.t('Changes'), cell: (row) => <span className="soft fine">{changeWords(i18n, zone, row.changes)}</span> },
      ]}
    />
  )
}

function actorName(i18n: I18n, { kind, id = '' }: AuditRow['actor']): string {
  if (kind === 'nobody') return i18n.t('Somebody without an account')
  if (kind === 'link') return i18n.t('The customer, by their link')
  if (kind === 'system') return i18n.t('Guildhall, by itself')
  return id
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
