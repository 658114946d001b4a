import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { confirmBooking } from '../change-status.server'
import { bookingToAct, bookingHref, deskBooking } from '../desk-booking.server'
import { statusRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ActPage } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = deskBooking(ctx, bookingForMember(db, ctx, params.reference))
  return { title: ctx.i18n.t('Confirm this booking?'), booking }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const answer = confirmBooking(ctx, id)
  if (!answer.ok) return conflict({ refusal: statusRefusal(ctx.i18n, answer.refusal) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.confirmed', params: { reference } })
})

export default function BookingConfirmation() {
  const i18n = useI18n()
  const { title, booking } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <ActPage
      booking={booking}
      title={title}
      consequence={i18n.t('The customer gets a mail at once, with the booking for their calendar.')}
      tone="good"
      verb={i18n.t('Confirm booking')}
      variant="primary"
      refusal={refusal}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
