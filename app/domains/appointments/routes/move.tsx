import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveBooking, payBooking, paymentAnswer, type MoveRefusal } from '~/core/bookings/index.server'
import { together } from '~/core/bookings/index'
import { DayPartField, TimeWeek } from '~/core/schedules/index'
import { formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import { formatInstant, parseInstant } from '~/kernel/time'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Kicker } from '~/ui/page'
import { When } from '~/ui/when'
import { moveForm } from '../forms'
import { movePage, movesTo, otherStarts, presentVisit, type MovePage } from '../move-page.server'
import { AskToMove } from '../ui/ask-to-move'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, query }) => movePage(db, ctx, query) ?? gone(ctx))

export const action = guardedAction({ access: 'booking' }, async ({ ctx, form }) => {
  const sent = readForm(form, moveForm(ctx.i18n))
  if (!sent.ok) return invalid({ why: ctx.i18n.t('Choose one of the times.'), alternatives: [] as number[] })
  const start = parseInstant(sent.value.start)
  const visit = read((db) => presentVisit(db, ctx, sent.value.service ?? null))
  if (start === null || visit?.itemId !== sent.value.item) return invalid({ why: ctx.i18n.t('There is no such time on the calendar.'), alternatives: [] as number[] })
  const moved = moveBooking(ctx, { bookingId: ctx.booking.id, items: movesTo(visit, start) })
  if (moved.ok && moved.value.outcome === 'to-pay') return paymentAnswer(await payBooking(ctx, ctx.booking.id), bookingPath(ctx))
  if (moved.ok) return seeOther(bookingPath(ctx), { key: moved.value.outcome === 'asked' ? 'bookings.move-asked' : 'bookings.moved' })
  return refused(ctx, moved.refusal, moved.refusal.kind === 'taken' ? read((db) => otherStarts(db, ctx, visit, start)) : [])
})

function bookingPath({ booking }: BookingCtx): string {
  return `/bookings/${booking.reference}${booking.token === null ? '' : `?token=${booking.token}`}`
}

function refused(ctx: BookingCtx, refusal: MoveRefusal, alternatives: number[]) {
  const { i18n } = ctx
  const answer = (why: string, status: 409 | 422 = 422) => data({ why, alternatives }, { status })
  switch (refusal.kind) {
    case 'taken':
      return answer(i18n.t('Somebody else has just taken this time.'), 409)
    case 'unknown-booking':
    case 'not-offered':
    case 'against-rule':
      return answer(i18n.t('This is no longer offered at that time. Ring {business}.', { business: ctx.business.name }))
    case 'not-from-here':
      return answer(i18n.t('This booking no longer stands, so it cannot be moved.'), 409)
    case 'already-started':
      return answer(i18n.t('It has begun already, so it can no longer be moved.'), 409)
    case 'past':
      return answer(i18n.t('This time is in the past.'))
    case 'too-soon':
      return answer(i18n.t('This is too soon for {business}. Choose a later time.', { business: ctx.business.name }))
    case 'too-far':
      return answer(i18n.t('This is too far ahead. Choose an earlier time.'))
    case 'not-a-time':
      return answer(i18n.t('No visit begins at this time.'))
    case 'choose-person':
      return answer(i18n.t('Choose whom you would like to see.'))
    default:
      return never(refusal)
  }
}

function gone({ i18n, booking }: BookingCtx): never {
  notFound(i18n.t('This booking cannot be moved here.'), { href: `/bookings/${booking.reference}${booking.token ? `?token=${booking.token}` : ''}`, label: i18n.t('Back to your booking') })
}

export default function Move() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const { parts, zone, business } = page
  return (
    <>
      <Breadcrumb href={page.bookingHref} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
      <header className="stack tight">
        <Kicker>{i18n.t('Booking {reference}, {business}', { reference: page.reference, business })}</Kicker>
        <h1>{page.wanted === null || refusal ? i18n.t('Which time suits you better?') : page.becomes === null ? i18n.t('Move your visit?') : i18n.t('Change your visit?')}</h1>
        <p>
          <span dir="auto">{together(i18n, page.titles)}</span>
          {', '}
          {i18n.t('now on')} <When start={page.startsAt} end={page.endsAt} zone={zone} readerZone={page.readerZone} />
        </p>
        {parts.length > 1 && <p className="soft">{i18n.t('They move together, in the same order.')}</p>}
      </header>
      {refusal && (
        <Notice tone="bad" announce>
          <p>
            <strong>{refusal.why}</strong> {i18n.t('Nothing has changed: your visit is where it was.')}
          </p>
        </Notice>
      )}
      {page.stands ? <Choose refused={refusal !== undefined} alternatives={refusal?.alternatives ?? []} /> : <p className="lede">{i18n.t('This booking no longer stands or has begun, so it cannot be moved.')}</p>}
    </>
  )
}

function Choose({ refused: wasRefused, alternatives }: { refused: boolean; alternatives: readonly number[] }) {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  if (page.wanted !== null && !wasRefused) return <AskToMove page={page} start={page.wanted} />
  return (
    <>
      {alternatives.length > 0 && (
        <section className="stack" aria-labelledby="nearest">
          <h2 id="nearest">{i18n.t('The nearest free times')}</h2>
          <Actions>
            {alternatives.map((start) => (
              <Button key={start} href={timeHref(page, start)}>
                {formatDateTime(i18n.locale, page.zone, start)}
              </Button>
            ))}
          </Actions>
        </section>
      )}
      <FilterBar action={page.path} submit={i18n.t('Show times')} keep={page.token}>
        {page.services.length > 1 && <FilterSelect name="service" label={i18n.t('Service')} value={page.service} options={page.services} />}
        <DayPartField part={page.times.part} />
        <FilterField name="from" label={i18n.t('Week of')} type="date" value={page.times.monday} min={page.times.first} />
      </FilterBar>
      <TimeWeek
        page={page.times}
        zone={page.zone}
        readerZone={page.readerZone}
        timeHref={(start) => timeHref(page, start)}
        weekHref={(from) => `${page.path}?${new URLSearchParams({ ...page.keep, from })}`}
      />
    </>
  )
}

function timeHref({ path, keep }: MovePage, start: number): string {
  return `${path}?${new URLSearchParams({ ...keep, start: formatInstant(start) })}`
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
