import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { feedAt } from '../page.server'
import { feedPath } from '../paths'
import { resumeFeed } from '../save-feed.server'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => seeOther(feedPath(ctx.business.slug, feedAt(db, ctx, params.calendar).id)))

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, params }) => {
  const id = params.calendar ?? ''
  const answer = resumeFeed(ctx, id)
  if (!answer.ok) return notFound(ctx.i18n.t('There is no such calendar here any more.'))
  return seeOther(feedPath(ctx.business.slug, id), { key: 'channels.resumed' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function FeedResumption() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
