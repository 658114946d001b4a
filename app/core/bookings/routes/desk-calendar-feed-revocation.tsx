import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { madeFeeds, revokeFeed } from '../calendar-feeds.server'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, params }) => {
  if (!madeFeeds(db, ctx).some(({ id }) => id === params.feed)) notFound(ctx.i18n.t('We find no such address of yours.'))
  return seeOther(`/dashboard/${ctx.business.slug}/calendar/feeds`)
})

export const action = guardedAction({ access: { needs: 'bookings.read' } }, ({ ctx, params }) => {
  const answer = revokeFeed(ctx, params.feed ?? '')
  if (!answer.ok) return notFound(ctx.i18n.t('We find no such address of yours.'))
  return seeOther(`/dashboard/${ctx.business.slug}/calendar/feeds`, { key: 'bookings.feed-revoked' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function CalendarFeedRevocation() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
