import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { stopRequests } from '../ask-for-reviews.server'

export const loader = guarded({ access: 'booking' }, ({ ctx, url }) => ({
  title: ctx.i18n.t('Never be asked again?'),
  business: ctx.business.name,
  href: `/bookings/${ctx.booking.reference}${url.search}`,
}))

export const action = guardedAction({ access: 'booking' }, ({ ctx, url }) => {
  if (!stopRequests(ctx, ctx.booking.id).ok) notFound(ctx.i18n.t('This link no longer opens a booking.'))
  return seeOther(`/bookings/${ctx.booking.reference}${url.search}`, { key: 'reviews.requests-stopped' })
})

export default function StopRequests() {
  const i18n = useI18n()
  const { title, business, href } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href, label: i18n.t('Back to your booking'), nav: i18n.t('Back') }}
      title={title}
      tone="plain"
      consequence={<p>{i18n.t('{business} no longer asks you by mail how it was. You can still rate what you had from the page of your booking.', { business })}</p>}
    >
      <form method="post" id="stop-requests">
        <Actions>
          <Button>{i18n.t('Never ask me again')}</Button>
          <Button variant="plain" href={href}>
            {i18n.t('Back to your booking')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
