import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { failedDeliveries, type FailedDelivery } from '~/platform/outbox/index.server'
import { useI18n } from '~/platform/words/use-i18n'
import { PostButton } from '~/ui/button'
import { Details } from '~/ui/details'
import { EmptyState } from '~/ui/empty-state'
import { Facts } from '~/ui/facts'
import { Card, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { Time } from '~/ui/when'
import { hrefWith } from '../model/cursor'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, query }) => {
  const eventId = query.get('event')
  const subscriber = query.get('subscriber')
  const cursor = eventId && subscriber ? { eventId, subscriber } : null
  const { rows, next } = failedDeliveries(db, cursor)
  return {
    title: ctx.i18n.t('Failed events'),
    zone: ctx.zone ?? 'UTC',
    deliveries: rows,
    newer: cursor ? '/admin/events' : undefined,
    older: next ? hrefWith('/admin/events', { event: next.eventId, subscriber: next.subscriber }) : undefined,
  }
})

export default function Events() {
  const i18n = useI18n()
  const { title, zone, deliveries, newer, older } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('Events that a part of the house could not be told of, the latest first')} />
      {deliveries.length === 0 ? (
        <EmptyState title={i18n.t('Every event is told')}>
          <p>{i18n.t('What fails is tried again by itself, less and less often. What is given up stands here.')}</p>
        </EmptyState>
      ) : (
        deliveries.map((delivery) => <Delivery key={`${delivery.eventId} ${delivery.subscriber}`} delivery={delivery} zone={zone} />)
      )}
      <Pager newer={newer} older={older} />
    </>
  )
}

function Delivery({ delivery, zone }: { delivery: FailedDelivery; zone: string }) {
  const i18n = useI18n()
  const { eventId, subscriber, type, version, subject, occurredAt, attempts, error, payload } = delivery
  return (
    <Card>
      <h2>{type}</h2>
      <Facts
        facts={[
          { term: i18n.t('For'), detail: subscriber },
          { term: i18n.t('Happened'), detail: <Time at={occurredAt} zone={zone} /> },
          { term: i18n.t('Tried'), detail: i18n.t('{attempts, plural, one {once} other {# times}}', { attempts }) },
          { term: i18n.t('What went wrong'), detail: <code>{error}</code> },
        ]}
      />
      <Details summary={i18n.t('What the event holds')}>
        <pre>{JSON.stringify({ id: eventId, type, version, subject, payload }, null, 2)}</pre>
      </Details>
      <PostButton action={`/admin/events/${eventId}/retry`} fields={{ subscriber }}>
        {i18n.t('Try again')}
        <span className="sr">
          : {type}, {subscriber}
        </span>
      </PostButton>
    </Card>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
