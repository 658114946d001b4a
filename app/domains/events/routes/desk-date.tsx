import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDateTime, formatMoney, formatNumber } from '~/kernel/format'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Figures } from '~/ui/figures'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { answerNumbers, datePage } from '../date-page.server'
import { deskDate, deskEvent, eventHead } from '../desk.server'
import { NumbersForm } from '../ui/numbers-form'
import { leftWords, takenOf } from '../ui/numbers'

export const loader = guarded({ access: { needs: 'events.read' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const date = deskDate(db, ctx, event, params.date)
  return {
    title: `${formatDateTime(ctx.i18n.locale, date.timeZone, date.startsAt)} – ${event.listing.title}`,
    ...eventHead(db, ctx, event),
    mayBook: ctx.member.may('bookings.manage'),
    door: ctx.member.may('admission.run') ? `/dashboard/${ctx.business.slug}/door/${date.id}` : null,
    attendees: ctx.member.may('admission.run') ? `/dashboard/${ctx.business.slug}/attendees/${date.id}` : null,
    date: datePage(db, ctx, event, date),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const { event, date } = read((db) => {
    const found = deskEvent(db, ctx, params.event)
    return { event: found, date: deskDate(db, ctx, found, params.date) }
  })
  const here = `/dashboard/${ctx.business.slug}/events/${params.event}/dates/${params.date}`
  return answerNumbers(ctx, form, date, event.listing.id) ?? seeOther(here, { key: 'events.numbers-saved' })
})

export default function DatePage() {
  const i18n = useI18n()
  const { name, here, date, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <header className="title-line">
        <div>
          <div className="row">
            <h1>
              <When start={date.startsAt} end={date.endsAt} zone={date.zone} />
            </h1>{' '}
            {date.status === 'cancelled' && <Badge tone="bad">{i18n.t('Cancelled')}</Badge>}
          </div>
          {date.ownTitle && <p className="soft">{date.ownTitle}</p>}
        </div>
        <DateActs />
      </header>
      {date.reason && (
        <Notice tone="bad">
          <p>{i18n.t('Everybody was told: {reason}', { reason: date.reason })}</p>
        </Notice>
      )}
      <Figures
        figures={[
          { label: i18n.t('Sold and held'), value: takenOf(i18n, date.places) },
          { label: i18n.t('Of those not paid yet'), value: formatNumber(i18n.locale, date.places.held) },
          { label: i18n.t('Orders'), value: formatNumber(i18n.locale, date.orders) },
          { label: i18n.t('Revenue, net of tax'), value: formatMoney(i18n.locale, date.revenueMinor, date.currency) },
        ]}
      />
      <TicketFigures />
      {date.quotas.length > 0 && <QuotaFigures />}
      {mayManage && date.isAhead && <NumbersForm values={date.values} quotas={date.quotas} lastResult={answer?.result} />}
    </div>
  )
}

function DateActs() {
  const i18n = useI18n()
  const { here, date, mayManage, mayBook, door, attendees } = useLoaderData<typeof loader>()
  const at = `${here}/dates/${date.id}`
  return (
    <Actions small>
      {mayBook && date.status !== 'cancelled' && (
        <Button icon="plus" href={`${at}/order`}>
          {i18n.t('Sell tickets')}
        </Button>
      )}
      {attendees && (
        <Button variant="quiet" icon="users" href={attendees}>
          {i18n.t('Attendees')}
        </Button>
      )}
      {door && date.status !== 'cancelled' && (
        <Button variant="quiet" icon="door" href={door}>
          {i18n.t('The door')}
        </Button>
      )}
      {mayManage && date.isAhead && (
        <>
          <Button variant="quiet" icon="move" href={`${at}/move`}>
            {i18n.t('Move')}
          </Button>
          <Button variant="plain" href={`${at}/cancellation`}>
            {i18n.t('Cancel this date…')}
          </Button>
        </>
      )}
    </Actions>
  )
}

function TicketFigures() {
  const i18n = useI18n()
  const { tickets, currency } = useLoaderData<typeof loader>().date
  type Row = (typeof tickets)[number]
  return (
    <Section id="tickets" title={i18n.t('Tickets')}>
      <DataTable
        caption={i18n.t('What was sold of each kind')}
        quietCaption
        fold
        rows={tickets}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', heading: i18n.t('Title'), names: true, cell: (row: Row) => row.title },
          { key: 'taken', heading: i18n.t('Sold and held'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.taken) },
          { key: 'held', heading: i18n.t('Not paid yet'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.held) },
          { key: 'left', heading: i18n.t('Left'), place: 'end', cell: (row: Row) => (row.active ? leftWords(i18n, row.left) : i18n.t('Not sold')) },
          { key: 'revenue', heading: i18n.t('Revenue, net of tax'), place: 'end', cell: (row: Row) => formatMoney(i18n.locale, row.revenueMinor, currency) },
        ]}
      />
    </Section>
  )
}

function QuotaFigures() {
  const i18n = useI18n()
  const { quotas } = useLoaderData<typeof loader>().date
  type Row = (typeof quotas)[number]
  return (
    <Section id="quotas" title={i18n.t('Quotas')}>
      <DataTable
        caption={i18n.t('What is taken of each')}
        quietCaption
        fold
        rows={quotas}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', heading: i18n.t('Name'), names: true, cell: (row: Row) => row.name },
          { key: 'taken', heading: i18n.t('Sold and held'), place: 'end', cell: (row: Row) => takenOf(i18n, row) },
          { key: 'held', heading: i18n.t('Not paid yet'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.held) },
          { key: 'left', heading: i18n.t('Left'), place: 'end', cell: (row: Row) => leftWords(i18n, row.capacity === null ? null : row.capacity - row.taken) },
        ]}
      />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
