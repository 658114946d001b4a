import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { cancelBooking } from '../change-status.server'
import { bookingToAct, bookingHref, deskBooking } from '../desk-booking.server'
import { reasonForm } from '../desk-forms'
import { statusRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { settlementIf } from '../settlement.server'
import { ReasonPage } from '../ui/act-page'
import { SettlementRows } from '../ui/settlement-rows'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  return { title: ctx.i18n.t('Cancel this booking?'), booking: deskBooking(ctx, booking), settlement: settlementIf(db, booking, { by: 'business' }) }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const read = readForm(form, reasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = cancelBooking(ctx, id, read.value.reason)
  if (!answer.ok) return conflict({ result: read.again({ '': statusRefusal(ctx.i18n, answer.refusal) }) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.cancelled-by-us', params: { reference } })
})

export default function BookingCancellation() {
  const i18n = useI18n()
  const { title, booking, settlement } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  return (
    <ReasonPage
      booking={booking}
      title={title}
      consequence={i18n.t('The customer gets a mail with your reason, and the time is free for others at once. Because you cancel, all they have paid comes back to them. This cannot be taken back.')}
      details={settlement && settlement.priceMinor > 0 && <SettlementRows settlement={settlement} />}
      tone="bad"
      verb={i18n.t('Cancel booking')}
      result={result}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
