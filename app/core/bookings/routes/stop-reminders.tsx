import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { stopReminders } from '../reminders.server'

export const loader = guarded({ access: 'booking' }, ({ ctx, url }) => {
  const { reference } = ctx.booking
  return {
    title: ctx.i18n.t('Stop the reminders of {reference}?', { reference }),
    label: ctx.i18n.t('Booking {reference}', { reference }),
    href: `/bookings/${reference}${url.search}`,
  }
})

export const action = guardedAction({ access: 'booking' }, ({ ctx, url }) => {
  const { id, reference } = ctx.booking
  if (!stopReminders(ctx, id).ok) notFound(ctx.i18n.t('This link no longer opens a booking.'))
  return seeOther(`/bookings/${reference}${url.search}`, { key: 'bookings.reminders-stopped' })
})

export default function StopReminders() {
  const i18n = useI18n()
  const { title, label, href } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href, label, nav: i18n.t('Back') }}
      title={title}
      tone="plain"
      consequence={<p>{i18n.t('Your booking stands. We no longer write to you the day and the hour before, unless it is moved.')}</p>}
    >
      <form method="post" id="stop-reminders">
        <Actions>
          <Button>{i18n.t('Stop the reminders')}</Button>
          <Button variant="plain" href={href}>
            {i18n.t('Keep them')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
