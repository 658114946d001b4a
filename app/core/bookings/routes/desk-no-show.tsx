import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { markNoShow } from '../change-status.server'
import { bookingToAct, bookingHref, deskBooking } from '../desk-booking.server'
import { statusRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { settlementIf } from '../settlement.server'
import { ActPage } from '../ui/act-page'
import { SettlementRows } from '../ui/settlement-rows'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  return { title: ctx.i18n.t('Did the customer not come?'), booking: deskBooking(ctx, booking), settlement: settlementIf(db, booking, { by: 'no-show' }) }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const answer = markNoShow(ctx, id)
  if (!answer.ok) return conflict({ refusal: statusRefusal(ctx.i18n, answer.refusal) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.no-show', params: { reference } })
})

export default function BookingNoShow() {
  const i18n = useI18n()
  const { title, booking, settlement } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <ActPage
      booking={booking}
      title={title}
      consequence={i18n.t('It counts among the no-shows, and cannot be taken back. Nothing is sent, and nothing more is owed.')}
      details={settlement && settlement.priceMinor > 0 && <SettlementRows settlement={settlement} />}
      tone="bad"
      verb={i18n.t('Mark as a no-show')}
      variant="danger"
      refusal={refusal}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
