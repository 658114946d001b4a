import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskForm, deskOrderStatus } from '~/core/bookings/index'
import { placeBooking } from '~/core/bookings/index.server'
import { deskTimes } from '~/core/schedules/index.server'
import { formatMoney } from '~/kernel/format'
import { localDateOf, minute, parseInstant } from '~/kernel/time'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { MenuList } from '~/ui/menu-list'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { formatDuration } from '~/ui/when'
import { deskRefusal } from '../desk-refusal'
import { deskOrder, deskServiceIds, deskServices, deskStep, type DeskStep } from '../desk-step.server'
import { mostServices } from '../offered.server'
import { nearestVisits, startsOf, timesOf } from '../open-visits.server'
import { DeskDetails } from '../ui/desk-details'
import { deskHref } from '../ui/desk-href'
import { DeskWeek } from '../ui/desk-week'
import { storesOfAll } from '../who-and-where.server'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query, url }) => {
  const { i18n } = ctx
  const step = deskStep(db, ctx, query)
  const [service = '', ...also] = deskServiceIds(query)
  const address = { service, also: also.join(','), staff: query.get('staff') ?? '', store: query.get('store') ?? '', at: query.get('at') ?? '' }
  const at = parseInstant(address.at)
  const from = query.get('from') ?? (at === null || !step ? null : localDateOf(at, step.store.timeZone))
  return {
    title: i18n.t('New booking'),
    base: `/dashboard/${ctx.business.slug}`,
    path: url.pathname,
    address,
    manages: ctx.member.may('appointments.manage'),
    services: step ? [] : deskServices(db, ctx).map((service) => shownService(ctx, service)),
    step: step && shownStep(db, ctx, step),
    times: step && step.start === null ? deskTimes(ctx, timesOf(db, ctx, { ...step, atDesk: true }), from) : null,
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, query }) => {
  const step = read((db) => deskStep(db, ctx, query)) ?? notFound(ctx.i18n.t('There is no such service here.'))
  const sent = readForm(form, deskForm(ctx.i18n, step.questions))
  if (!sent.ok) return invalid({ result: sent.again(), alternatives: [] as number[] })
  if (step.start === null) return invalid({ result: sent.again({ '': ctx.i18n.t('Choose a time first.') }), alternatives: [] as number[] })
  // A calendar may lead here with somebody who does not do this; nobody is booked in their place unasked.
  if (query.get('staff') && query.get('staff') !== step.person?.id) return invalid({ result: sent.again({ '': ctx.i18n.t('That person does not do this. Go back and choose another time.') }), alternatives: [] as number[] })
  const placed = placeBooking(ctx, deskOrder(step, step.start, sent.value))
  if (placed.ok) {
    const { reference } = placed.value
    return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}`, { key: 'bookings.placed-at-desk', params: { reference } })
  }
  const { refusal } = placed
  const start = step.start
  const alternatives = refusal.kind === 'taken' ? read((db) => nearestVisits(db, ctx, { ...step, atDesk: true }, start)).map((open) => open.start) : []
  return data({ result: sent.again({ '': deskRefusal(ctx.i18n, refusal) }), alternatives }, { status: deskOrderStatus(refusal) })
})

function shownService(ctx: MemberCtx, { listing, durationMinutes }: DeskStep['service']) {
  const price = listing.priceMinor === null ? '' : formatMoney(ctx.i18n.locale, listing.priceMinor, ctx.business.currency)
  return { id: listing.id, title: listing.title, price, about: formatDuration(ctx.i18n, durationMinutes) }
}

function shownStep(db: Db, ctx: MemberCtx, step: DeskStep) {
  const { service, parts, store, stores, people, person, start, questions } = step
  const offsets = startsOf(step, 0)
  const starts = parts.map(({ service: one }, at) => ({ ...shownService(ctx, one), afterMs: offsets[at] ?? 0, lengthMs: one.durationMinutes * minute }))
  const last = starts.at(-1)
  return {
    ...shownService(ctx, service),
    zone: store.timeZone,
    store: store.name,
    parts: starts,
    more: parts.length < mostServices ? deskServices(db, ctx).filter((one) => !parts.some((part) => part.service.listing.id === one.listing.id) && storesOfAll([...parts.map((part) => part.service), one]).length > 0).map(({ listing }) => ({ value: listing.id, label: listing.title })) : [],
    stores: stores.length > 1 ? stores.map(({ id, name }) => ({ value: id, label: name })) : [],
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    person: person && { id: person.id, name: person.name },
    start,
    end: start === null || !last ? null : start + last.afterMs + last.lengthMs,
    questions,
  }
}

export default function NewVisit() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { title, base, path, address, services, step, times, key, manages } = page
  if (step && times) return <DeskWeek title={title} step={step} times={times} address={address} path={path} base={base} manages={manages} />
  if (step && step.start !== null) {
    return <DeskDetails title={title} step={step} start={step.start} address={address} path={path} formKey={key} result={answer?.result} alternatives={answer?.alternatives ?? []} />
  }
  return (
    <>
      <Breadcrumb href={`${base}/overview`} label={i18n.t('Overview')} nav={i18n.t('Back')} />
      <h1>{title}</h1>
      <h2>{i18n.t('What would they like?')}</h2>
      {services.length === 0 ? (
        <EmptyState
          title={i18n.t('There is nothing to book yet')}
          actions={manages && <Button href={`${base}/appointments/services`}>{i18n.t('See the services')}</Button>}
        >
          <p>{i18n.t('A service comes here once it is offered and somebody does it.')}</p>
        </EmptyState>
      ) : (
        <MenuList
          level={3}
          verb={i18n.t('Choose')}
          items={services.map(({ id, ...service }) => ({ ...service, href: deskHref(path, { ...address, service: id }) }))}
        />
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
