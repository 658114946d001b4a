import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { cannotMove } from '../cannot-move.server'
import { datesToMoveTo, itemsOnDate } from '../dates-to-move-to.server'
import { bookingForMember } from '../diary.server'
import { dateMoveIn, dateMoveTrouble, moveToDate } from '../move-to-date.server'
import type { Booking } from '../queries.server'
import { sessionCursorIn, withCursor } from '../../sessions/index'
import { DatesToMoveTo } from '../ui/dates-to-move-to'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query, url }) => {
  const booking = theBooking(db, ctx, params.reference)
  const page = datesToMoveTo(db, ctx, booking.id, sessionCursorIn(query)) ?? gone(ctx, booking)
  return {
    title: `${page.title} – ${booking.reference}`, page, who: booking.contactName, here: url.pathname, more: page.next && withCursor(url.pathname, page.next),
    back: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`,
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const booking = read((db) => theBooking(db, ctx, params.reference))
  const moved = moveToDate(ctx, booking, dateMoveIn(form))
  if (!moved.ok) {
    const { why, status } = dateMoveTrouble(ctx, booking, moved.refusal)
    return data({ why }, { status })
  }
  return seeOther(`/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, { key: 'bookings.moved-by-us', params: { reference: booking.reference } })
})

function theBooking(db: Db, ctx: MemberCtx, reference: string | undefined): Booking {
  const booking = bookingForMember(db, ctx, reference)
  return itemsOnDate(booking).length > 0 ? booking : gone(ctx, booking)
}

function gone(ctx: MemberCtx, booking: Booking): never {
  return cannotMove(ctx, booking, ctx.i18n.t('There is nothing to move to another date here.'), { href: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, label: ctx.i18n.t('Back to the booking') })
}

export default function DeskBookingDate() {
  const i18n = useI18n()
  const { page, who, back, here, more } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={page.reference} nav={i18n.t('Back')} />
      <TitleLine title={page.title} kicker={`${page.what}, ${who}`} />
      <DatesToMoveTo page={page} action={here} back={back} more={more} refused={answer?.why} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
