import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countUsers, searchUsers, type User } from '~/core/identity/index.server'
import { roles, type Role } from '~/kernel/permissions'
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
import { cursorText, hrefWith, onePage, readCursor } from '../model/cursor'
import { roleName } from '../words'

const pageSize = 50

export const loader = guarded({ access: 'admin' }, ({ db, ctx, query }) => {
  const q = query.get('q')?.trim().slice(0, 200) ?? ''
  const role = roles.find((known) => known === query.get('role'))
  const cursor = readCursor(query.get('before'))
  const { rows, last } = onePage(searchUsers(db, { text: q, role }, cursor, pageSize + 1), pageSize)
  return {
    title: ctx.i18n.t('Users'),
    zone: ctx.zone ?? 'UTC',
    total: countUsers(db),
    q,
    role: role ?? '',
    users: rows,
    newer: cursor ? hrefWith('/admin/users', { q, role }) : undefined,
    older: last ? hrefWith('/admin/users', { q, role, before: cursorText({ at: last.createdAt, id: last.id }) }) : undefined,
  }
})

export default function Users() {
  const i18n = useI18n()
  const { title, total, q, role, users, newer, older } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('{total, plural, one {# account} other {# accounts}} in all', { total })} />
      <FilterBar action="/admin/users" search={i18n.t('Search the users')} icon="search" submit={i18n.t('Search')}>
        <FilterField name="q" type="search" label={i18n.t('Name or beginning of the e-mail address')} value={q} broad />
        <FilterSelect
          name="role"
          label={i18n.t('Role')}
          value={role}
          options={[{ value: '', label: i18n.t('Every role') }, ...roles.map((known) => ({ value: known, label: roleName(i18n, known) }))]}
        />
      </FilterBar>
      {users.length === 0 ? (
        <EmptyState
          title={i18n.t('Nobody matches')}
          actions={
            <Button href="/admin/users" variant="quiet">
              {i18n.t('Show everybody')}
            </Button>
          }
        >
          <p>{i18n.t('Try a shorter part of the name, or another role.')}</p>
        </EmptyState>
      ) : (
        <UserTable />
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}

function UserTable() {
  const i18n = useI18n()
  const { zone, users } = useLoaderData<typeof loader>()
  return (
    <DataTable<User>
      caption={i18n.t('Users, the newest first')}
      quietCaption
      fold
      rows={users}
      rowKey={(user) => user.id}
      columns={[
        { key: 'name', heading: i18n.t('Name'), names: true, cell: (user) => <a href={`/admin/users/${user.id}`}>{user.name}</a> },
        { key: 'email', heading: i18n.t('E-mail address'), cell: (user) => user.email },
        { key: 'since', heading: i18n.t('Since'), cell: (user) => <Time at={user.createdAt} zone={zone} show="date" /> },
        {
          key: 'confirmed',
          heading: i18n.t('Address'),
          cell: (user) => (user.emailVerified ? <Badge tone="good">{i18n.t('Confirmed')}</Badge> : <Badge tone="wait">{i18n.t('Not confirmed')}</Badge>),
        },
        { key: 'roles', heading: i18n.t('Roles'), cell: (user) => user.roles.map((held: Role) => roleName(i18n, held)).join(', ') },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
