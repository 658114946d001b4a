import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { businessesOf, membership } from '../../businesses/index.server'
import { diaryOf } from '../diary.server'
import { bookingCounts } from '../booking-counts.server'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => {
  const theirs = businessesOf(db, ctx.account.id)
  const asked = theirs.flatMap(({ business }) => {
    const member = membership(db, business.id, ctx.account.id)
    return member ? [{ id: business.id, diary: diaryOf(member) }] : []
  })
  const counts = bookingCounts(db, asked, ctx.now)
  return {
    title: ctx.i18n.t('Your businesses'),
    businesses: theirs.map(({ business: { id, slug, name, status } }) => ({ slug, name, status, today: 0, pending: 0, ...counts.get(id) })),
  }
})

type Row = ReturnType<typeof useLoaderData<typeof loader>>['businesses'][number]

export default function Businesses() {
  const i18n = useI18n()
  const { title, businesses } = useLoaderData<typeof loader>()
  const start = <Button href="/start">{i18n.t('Start a business')}</Button>
  if (businesses.length === 0) {
    return (
      <>
        <h1>{title}</h1>
        <EmptyState title={i18n.t('You run no business here yet')} actions={start}>
          <p>{i18n.t('It takes three short steps: its name, what you do, where and when you are open.')}</p>
          <p>{i18n.t('Do you work for one? Ask an owner to invite you: the mail’s link makes you a member.')}</p>
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <TitleLine title={title}>{start}</TitleLine>
      <DataTable caption={title} quietCaption columns={columnsOf(i18n)} rows={businesses} rowKey={(row) => row.slug} fold />
    </>
  )
}

function columnsOf(i18n: ReturnType<typeof useI18n>): Column<Row>[] {
  return [
    { key: 'name', heading: i18n.t('Business'), names: true, cell: ({ name, slug }) => <a href={`/dashboard/${slug}/overview`}>{name}</a> },
    {
      key: 'today',
      heading: i18n.t('Today'),
      cell: ({ today }) => i18n.t('{today, plural, =0 {Nothing today} one {# booking today} other {# bookings today}}', { today }),
    },
    {
      key: 'pending',
      heading: i18n.t('Waiting for an answer'),
      place: 'state',
      cell: ({ pending, slug }) =>
        pending === 0 ? (
          <span className="soft">{i18n.t('Nothing waits')}</span>
        ) : (
          <a href={`/dashboard/${slug}/bookings?status=pending`}>
            <Badge tone="wait">{i18n.t('{pending, plural, one {# waits for an answer} other {# wait for an answer}}', { pending })}</Badge>
          </a>
        ),
    },
    {
      key: 'status',
      heading: i18n.t('Status'),
      cell: ({ status }) => (status === 'suspended' || status === 'cancelled' ? <Badge tone="bad">{i18n.t('Switched off')}</Badge> : <Badge tone="good">{i18n.t('Open to customers')}</Badge>),
    },
  ]
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
