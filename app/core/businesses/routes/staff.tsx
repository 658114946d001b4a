import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { staffOf } from '../queries.server'

export const loader = guarded({ access: { needs: 'staff.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('People')} – ${ctx.business.name}`,
  base: `/dashboard/${ctx.business.slug}`,
  people: staffOf(db, ctx.businessId).map(({ id, name, title, active }) => ({ id, name, title, active })),
}))

export default function Staff() {
  const i18n = useI18n()
  const { base, people } = useLoaderData<typeof loader>()
  const add = (
    <Button variant="quiet" icon="plus" href={`${base}/staff/new`}>
      {i18n.t('Add somebody')}
    </Button>
  )
  return (
    <div className="stack loose">
      <TitleLine title={i18n.t('People')}>{people.length > 0 && <Actions small>{add}</Actions>}</TitleLine>
      {people.length === 0 ? (
        <EmptyState title={i18n.t('Nobody yet')} actions={add}>
          <p>{i18n.t('Add the people whom customers meet. They need no account of their own.')}</p>
        </EmptyState>
      ) : (
        <PeopleTable />
      )}
    </div>
  )
}

function PeopleTable() {
  const i18n = useI18n()
  const { base, people } = useLoaderData<typeof loader>()
  const last = people.length - 1
  const move = (id: string, name: string, direction: 'up' | 'down') => (
    <PostButton action={`${base}/staff/${id}/position`} fields={{ direction }} icon={direction}>
      {direction === 'up' ? i18n.t('Up') : i18n.t('Down')} <span className="sr">{name}</span>
    </PostButton>
  )
  return (
    <DataTable
      caption={i18n.t('{count, plural, one {# person, as customers see them} other {# people, in the order in which customers see them}}', { count: people.length })}
      fold
      rows={people.map((person, at) => ({ ...person, at }))}
      rowKey={(person) => person.id}
      columns={[
        { key: 'name', heading: i18n.t('Name'), names: true, cell: (person) => <a href={`${base}/staff/${person.id}`}>{person.name}</a> },
        { key: 'title', heading: i18n.t('What they do'), cell: (person) => person.title ?? '' },
        { key: 'hours', heading: i18n.t('Hours'), cell: (person) => <a href={`${base}/hours/${person.id}`}>{i18n.t('Hours of {name}', { name: person.name })}</a> },
        {
          key: 'state',
          heading: i18n.t('State'),
          place: 'state',
          cell: (person) => (person.active ? <Badge tone="good">{i18n.t('Can be booked')}</Badge> : <Badge tone="done">{i18n.t('Not booked any more')}</Badge>),
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
