import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingById, payBooking, paymentAnswer } from '~/core/bookings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Kicker } from '~/ui/page'
import { isDate, movePage, moveRefusalWords, moveToDate } from '../move-page.server'
import { OtherDates } from '../ui/other-dates'

export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => {
  const page = movePage(db, ctx, ctx.booking.id) ?? gone(ctx)
  return { page, business: ctx.business.name, back: bookingPath(ctx), action: bookingPath(ctx, '/date') }
})

export const action = guardedAction({ access: 'booking' }, async ({ ctx, form }) => {
  const date = String(form.get('date') ?? '')
  const booking = read((db) => (isDate(db, ctx, date) ? bookingById(db, ctx.businessId, ctx.booking.id) : null))
  if (!booking) return data({ why: ctx.i18n.t('Choose one of the dates.') }, { status: 422 })
  const moved = moveToDate(ctx, booking, date)
  if (!moved.ok) return data({ why: moveRefusalWords(ctx, moved.refusal) }, { status: moved.refusal.kind === 'taken' || moved.refusal.kind === 'not-from-here' ? 409 : 422 })
  if (moved.value.outcome === 'to-pay') return paymentAnswer(await payBooking(ctx, ctx.booking.id), bookingPath(ctx))
  return seeOther(bookingPath(ctx), { key: moved.value.outcome === 'asked' ? 'bookings.move-asked' : 'bookings.moved' })
})

function bookingPath({ booking }: BookingCtx, page = ''): string {
  return `/bookings/${booking.reference}${page}${booking.token === null ? '' : `?token=${booking.token}`}`
}

function gone(ctx: BookingCtx): never {
  return notFound(ctx.i18n.t('There is nothing to move to another date here.'), { href: bookingPath(ctx), label: ctx.i18n.t('Back to your booking') })
}

export default function Move() {
  const i18n = useI18n()
  const { page, business, back, action: here } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={page.reference} nav={i18n.t('Back')} />
      <header className="stack tight">
        <Kicker>
          <span dir="auto">{business}</span>
        </Kicker>
        <h1>{page.title}</h1>
        <p className="soft" dir="auto">
          {page.what}
        </p>
      </header>
      <OtherDates page={page} action={here} back={back} refused={answer?.why} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? `${shown.page.title} – ${shown.business}` : 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
