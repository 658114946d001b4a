import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Kicker } from '~/ui/page'
import { cannotMove } from '../cannot-move.server'
import { customerHref } from '../customer-hrefs'
import { datesToMoveTo, itemsOnDate } from '../dates-to-move-to.server'
import { dateMoveIn, dateMoveTrouble, moveToDate } from '../move-to-date.server'
import { payBooking } from '../pay-booking.server'
import { paymentAnswer } from '../payment-answer.server'
import { bookingById, type Booking } from '../queries.server'
import { sessionCursorIn, withCursor } from '../../sessions/index'
import { DatesToMoveTo } from '../ui/dates-to-move-to'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, query }) => {
  const page = datesToMoveTo(db, ctx, ctx.booking.id, sessionCursorIn(query)) ?? gone(db, ctx)
  const here = customerHref(ctx.booking, '/date')
  return { page, back: customerHref(ctx.booking), here, more: page.next && withCursor(here, page.next) }
})

export const action = guardedAction({ access: 'booking' }, async ({ ctx, form }) => {
  const booking = read((db) => theBooking(db, ctx))
  const moved = moveToDate(ctx, booking, dateMoveIn(form))
  if (!moved.ok) {
    const { why, status } = dateMoveTrouble(ctx, booking, moved.refusal)
    return data({ why }, { status })
  }
  const back = customerHref(ctx.booking)
  if (moved.value.outcome === 'to-pay') return paymentAnswer(await payBooking(ctx, ctx.booking.id), back)
  return seeOther(back, { key: moved.value.outcome === 'asked' ? 'bookings.move-asked' : 'bookings.moved' })
})

function theBooking(db: Db, ctx: BookingCtx): Booking {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  return booking && itemsOnDate(booking).length > 0 ? booking : gone(db, ctx)
}

function gone(db: Db, ctx: BookingCtx): never {
  return cannotMove(ctx, bookingById(db, ctx.businessId, ctx.booking.id), ctx.i18n.t('There is nothing to move to another date here.'), { href: customerHref(ctx.booking), label: ctx.i18n.t('Back to your booking') })
}

export default function BookingDate() {
  const i18n = useI18n()
  const { page, back, here, more } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={page.reference} nav={i18n.t('Back')} />
      <header className="stack tight">
        <Kicker>
          <span dir="auto">{page.business}</span>
        </Kicker>
        <h1>{page.title}</h1>
        <p className="soft" dir="auto">
          {page.what}
        </p>
      </header>
      <DatesToMoveTo page={page} action={here} back={back} more={more} refused={answer?.why} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? `${shown.page.title} – ${shown.page.business}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
