import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDateTime, formatMoney, formatNumber } from '~/kernel/format'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Figures } from '~/ui/figures'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { answerChange } from '../date-editor.server'
import { datePage } from '../date-page.server'
import { activityHead, dateHead, deskDate } from '../desk.server'
import { ChangeForm } from '../ui/change-form'
import { DateBadge } from '../ui/date-badge'
import { takenOf } from '../ui/numbers'

export const loader = guarded({ access: { needs: 'activities.read' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const { back, inSeries, when } = dateHead(ctx, found)
  return {
    title: `${when} – ${found.activity.listing.title}`,
    ...activityHead(db, ctx, found.activity),
    at: back,
    inSeries,
    mayBook: ctx.member.may('bookings.manage'),
    bookings: `/dashboard/${ctx.business.slug}/bookings?session=${found.session.id}`,
    attendees: ctx.member.may('admission.run') ? `/dashboard/${ctx.business.slug}/attendees/${found.session.id}` : null,
    door: ctx.member.may('admission.run') ? `/dashboard/${ctx.business.slug}/door/${found.session.id}` : null,
    date: datePage(db, ctx, found.session),
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  return answerChange(ctx, form, session) ?? seeOther(`/dashboard/${ctx.business.slug}/activities/dates/${session.id}`, { key: 'activities.date-saved' })
})

export default function DatePage() {
  const i18n = useI18n()
  const { name, here, date, mayManage, inSeries } = useLoaderData<typeof loader>()
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
            <DateBadge status={date.status} />
          </div>
          {date.ownTitle && <p className="soft">{date.ownTitle}</p>}
        </div>
        <DateActs />
      </header>
      <Notices />
      <Figures
        figures={[
          { label: i18n.t('Booked and held'), value: takenOf(i18n, date.places) },
          { label: i18n.t('Of those not paid yet'), value: formatNumber(i18n.locale, date.places.held) },
          { label: i18n.t('People'), value: formatNumber(i18n.locale, date.in.people) },
          { label: i18n.t('Bookings'), value: formatNumber(i18n.locale, date.in.bookings) },
          { label: i18n.t('Paid'), value: formatMoney(i18n.locale, date.paidMinor, date.currency) },
        ]}
      />
      <WhatItNeeds />
      {mayManage && date.isAhead && <ChangeForm date={date} inSeries={inSeries} lastResult={answer?.result} />}
    </div>
  )
}

function Notices() {
  const i18n = useI18n()
  const { at, date, mayManage } = useLoaderData<typeof loader>()
  return (
    <>
      {date.reason && (
        <Notice tone="bad">
          <p>{i18n.t('Everybody was told: {reason}', { reason: date.reason })}</p>
        </Notice>
      )}
      {date.toTell > 0 && (
        <Notice tone="wait">
          <p>{i18n.t('{count, plural, one {# booking is} other {# bookings are}} still to be dealt with. It goes on by itself.', { count: date.toTell })}</p>
        </Notice>
      )}
      {date.toDecide && mayManage && (
        <Notice tone="wait">
          <p>{i18n.t('Too few people are booked.')}</p>
          <Actions small>
            <Button href={`${at}/decision`}>{i18n.t('Decide')}</Button>
          </Actions>
        </Notice>
      )}
    </>
  )
}

function WhatItNeeds() {
  const i18n = useI18n()
  const { guide, rooms, repeats, minPeople, decideBy, zone } = useLoaderData<typeof loader>().date
  const facts = [
    ...(guide ? [{ term: i18n.t('Guide'), detail: guide }] : []),
    ...(rooms.length > 0 ? [{ term: i18n.t('Rooms'), detail: rooms.join(', ') }] : []),
    ...(repeats ? [{ term: i18n.t('Comes again'), detail: repeats }] : []),
    ...(minPeople !== null && decideBy !== null ? [{ term: i18n.t('Needs'), detail: i18n.t('{count, plural, one {# place} other {# places}} booked by {when}', { count: minPeople, when: formatDateTime(i18n.locale, zone, decideBy) }) }] : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

function DateActs() {
  const i18n = useI18n()
  const { at, bookings, attendees, door, date, mayManage, mayBook } = useLoaderData<typeof loader>()
  return (
    <Actions small>
      {mayBook && date.status !== 'cancelled' && (
        <Button icon="plus" href={`${at}/order`}>
          {i18n.t('Book for somebody')}
        </Button>
      )}
      <Button variant="quiet" href={bookings}>
        {i18n.t('Bookings')}
      </Button>
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

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
