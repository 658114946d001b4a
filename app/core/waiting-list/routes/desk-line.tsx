import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time, When } from '~/ui/when'
import { describePlaces } from '../../bookings/index.server'
import { entriesOf } from '../entries.server'
import { shownWaiting } from '../entry-page.server'
import { lineSession } from '../line-session.server'
import { LineRules } from '../ui/line-rules'
import { waitingSettings } from '../settings.server'
import { waitingName } from '../words'

export const loader = guarded({ access: { needs: 'waiting-list.run' } }, ({ db, ctx, params, url }) => {
  const session = lineSession(db, ctx, params.session)
  return {
    title: ctx.i18n.t('Waiting list: {title}', { title: session.title }),
    session,
    base: `/dashboard/${ctx.business.slug}`,
    path: url.pathname,
    settings: waitingSettings(db, ctx.businessId),
    maySettle: ctx.member.may('waiting-list.settings'),
    rows: entriesOf(db, ctx.businessId, session.id).map((entry) => ({
      id: entry.id, name: entry.contactName, email: entry.contactEmail, quantity: entry.quantity, joinedAt: entry.joinedAt, offerUntil: entry.offerUntil, what: describePlaces(db, ctx, entry)?.what.join(', ') ?? session.title, status: shownWaiting(entry, ctx.now),
    })),
  }
})

export default function Line() {
  const i18n = useI18n()
  const { session, base, rows, settings, maySettle } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb href={`${base}/attendees/${session.id}`} label={i18n.t('Attendees')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Waiting list')} kicker={session.title}>
        <p>
          <When start={session.startsAt} end={session.endsAt} zone={session.timeZone} written="short" />
        </p>
      </TitleLine>
      <div className="stack loose">
        <div>
          <LineRules settings={settings} />
          {maySettle && (
            <p>
              <a href={`${base}/settings/waiting-list`}>{i18n.t('Change how places are offered')}</a>
            </p>
          )}
        </div>
        {rows.length === 0 ? (
          <EmptyState title={i18n.t('Nobody waits')}>
            <p>{i18n.t('Once it is sold out, customers can join the line on its public page.')}</p>
          </EmptyState>
        ) : (
          <Listed />
        )}
      </div>
    </>
  )
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

function Listed() {
  const i18n = useI18n()
  const { rows, session, path } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('Who waits, in the order of joining')}
      quietCaption
      fold
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          heading: i18n.t('Who'),
          names: true,
          cell: ({ name, email }) => (
            <>
              <span dir="auto">{name}</span> <small>{email}</small>
            </>
          ),
        },
        { key: 'what', heading: i18n.t('What'), cell: ({ what }) => <span dir="auto">{what}</span> },
        { key: 'people', heading: i18n.t('People'), place: 'end', cell: ({ quantity }) => quantity },
        { key: 'joined', heading: i18n.t('Joined'), cell: ({ joinedAt }) => <Time at={joinedAt} zone={session.timeZone} written="short" /> },
        { key: 'state', heading: i18n.t('State'), place: 'state', cell: (row) => <State row={row} /> },
        { key: 'acts', heading: i18n.t('What to do'), cell: (row) => <Acts row={row} path={path} /> },
      ]}
    />
  )
}

function State({ row: { status, offerUntil } }: { row: Row }) {
  const i18n = useI18n()
  const { session } = useLoaderData<typeof loader>()
  const { label, tone } = waitingName(i18n, status)
  return (
    <>
      <Badge tone={tone}>{label}</Badge>{' '}
      {status === 'offered' && offerUntil !== null && (
        <span className="soft">
          {i18n.t('until')} <Time at={offerUntil} zone={session.timeZone} written="short" />
        </span>
      )}
    </>
  )
}

function Acts({ row: { id, name, status }, path }: { row: Row; path: string }) {
  const i18n = useI18n()
  if (status !== 'waiting' && status !== 'offered') return null
  return (
    <Actions small>
      {status === 'waiting' && (
        <PostButton action={`${path}/entries/${id}/offer`}>
          {i18n.t('Offer now')}
          <span className="sr">{`: ${name}`}</span>
        </PostButton>
      )}
      <Button href={`${path}/entries/${id}/removal`} variant="plain">
        {i18n.t('Remove')}
        <span className="sr">{`: ${name}`}</span>
      </Button>
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
