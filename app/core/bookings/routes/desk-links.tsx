import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { bookingForMember } from '../diary.server'
import { revokeLinks } from '../note-booking.server'
import { ActPage } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = deskBooking(ctx, bookingForMember(db, ctx, params.reference))
  return { title: ctx.i18n.t('Make the links useless?'), booking }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  revokeLinks(ctx, id)
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.links-revoked' })
})

export default function BookingLinks() {
  const i18n = useI18n()
  const { title, booking } = useLoaderData<typeof loader>()
  return (
    <ActPage
      booking={booking}
      title={title}
      consequence={i18n.t(
        'Every link to this booking that was mailed so far stops working. Do this when a mail went to the wrong person. The customer can ask for a new link under “Find a booking”.',
      )}
      tone="bad"
      verb={i18n.t('Revoke all links')}
      variant="danger"
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
