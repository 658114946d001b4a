import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListingHead, PicturesButton, PublicPageButton } from '~/core/listings/index'
import { listingPage } from '~/core/listings/index.server'
import { DateList } from '~/core/sessions/index'
import { shownDates } from '~/core/sessions/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { deskEvent } from '../desk.server'
import { missingIn, stateOf } from '../event-status.server'
import { eventMoves } from '../model/event-state'
import { quotasOf, ticketsOf } from '../tickets.server'
import { EventBadge } from '../ui/event-badge'
import { QuotaList, TicketList } from '../ui/ticket-list'

export const loader = guarded({ access: { needs: 'events.read' } }, ({ db, ctx, params, query }) => {
  const event = deskEvent(db, ctx, params.event)
  const { id, slug } = event.listing
  const state = stateOf(db, ctx, event)
  const page = listingPage(ctx, event.listing, `/dashboard/${ctx.business.slug}/events`)
  return {
    ...page,
    state,
    mayManage: ctx.member.may('events.manage'),
    moves: eventMoves[state],
    missing: state === 'draft' || state === 'paused' ? missingIn(db, ctx, event) : [],
    reason: event.cancelReason,
    // Whoever has a ticket still finds what was cancelled.
    shown: event.cancelledAt === null ? page.shown : `/b/${ctx.business.slug}/events/${slug}`,
    currency: ctx.business.currency,
    ...shownDates(db, ctx, id, query),
    tickets: ticketsOf(db, id).map((ticket) => ({ ...ticket, link: ticket.code === null ? null : `/b/${ctx.business.slug}/events/${slug}?code=${encodeURIComponent(ticket.code)}` })),
    quotas: quotasOf(db, id),
  }
})

export default function EventPage() {
  const i18n = useI18n()
  const { name, state, reason, back, here, mayManage, currency, tickets, quotas, dates, past, next } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <ListingHead domain="events" trade={i18n.t('Events')} back={back} backTo={i18n.t('Events')} name={name} badge={<EventBadge state={state} />}>
        {mayManage && <EventActs />}
      </ListingHead>
      {reason && (
        <Notice tone="bad">
          <p>{i18n.t('Everybody was told: {reason}', { reason })}</p>
        </Notice>
      )}
      <Missing />
      <DateList
        dates={dates}
        next={next}
        past={past}
        here={here}
        base={`${back}/dates`}
        empty={i18n.t('An event has one date, or many that come again. Each has its own numbers.')}
        taken={i18n.t('Sold and held')}
        mayManage={mayManage && state !== 'cancelled'}
      />
      <TicketList tickets={tickets} quotas={quotas} currency={currency} here={here} mayManage={mayManage && state !== 'cancelled'} />
      <QuotaList quotas={quotas} tickets={tickets} here={here} mayManage={mayManage && state !== 'cancelled'} />
    </div>
  )
}

function Missing() {
  const i18n = useI18n()
  const { missing } = useLoaderData<typeof loader>()
  if (missing.length === 0) return null
  const words = { date: i18n.t('a date'), ticket: i18n.t('a ticket, even if it is free'), link: i18n.t('the address online') }
  return (
    <Notice tone="wait">
      <p>{i18n.t('Before it can be published it needs: {what}.', { what: missing.map((one) => words[one]).join(', ') })}</p>
    </Notice>
  )
}

function EventActs() {
  const i18n = useI18n()
  const { here, moves, missing, shown, pictures } = useLoaderData<typeof loader>()
  return (
    <Actions small>
      <PublicPageButton href={shown}>{i18n.t('See it as customers do')}</PublicPageButton>
      <Button variant="quiet" href={`${here}/details`}>
        {i18n.t('Words and terms')}
      </Button>
      <PicturesButton href={pictures} />
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      {moves.includes('published') && missing.length === 0 && (
        <PostButton action={`${here}/state`} fields={{ state: 'published' }}>
          {i18n.t('Publish')}
        </PostButton>
      )}
      {moves.includes('paused') && (
        <PostButton action={`${here}/state`} fields={{ state: 'paused' }}>
          {i18n.t('Pause the sale')}
        </PostButton>
      )}
      {moves.includes('cancelled') && (
        <Button variant="plain" href={`${here}/cancellation`}>
          {i18n.t('Cancel the event…')}
        </Button>
      )}
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
