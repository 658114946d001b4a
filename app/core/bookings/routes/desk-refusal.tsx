import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { declineBooking } from '../change-status.server'
import { bookingToAct, bookingHref, deskBooking } from '../desk-booking.server'
import { reasonForm } from '../desk-forms'
import { statusRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ReasonPage } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = deskBooking(ctx, bookingForMember(db, ctx, params.reference))
  return { title: ctx.i18n.t('Decline this booking?'), booking }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const read = readForm(form, reasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = declineBooking(ctx, id, read.value.reason)
  if (!answer.ok) return conflict({ result: read.again({ '': statusRefusal(ctx.i18n, answer.refusal) }) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.declined', params: { reference } })
})

export default function BookingRefusal() {
  const i18n = useI18n()
  const { title, booking } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <ReasonPage
      booking={booking}
      title={title}
      consequence={i18n.t('The customer gets a mail with your reason, and the time is free for others at once. This cannot be taken back.')}
      tone="bad"
      verb={i18n.t('Decline booking')}
      result={result}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
