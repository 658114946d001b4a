import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { feedAt } from '../page.server'
import { feedPath } from '../paths'
import { askNow } from '../save-feed.server'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => seeOther(feedPath(ctx.business.slug, feedAt(db, ctx, params.calendar).id)))

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, params }) => {
  const id = params.calendar ?? ''
  const answer = askNow(ctx, id)
  if (!answer.ok && answer.refusal.kind === 'too-often') return seeOther(feedPath(ctx.business.slug, id), { key: 'channels.asked-too-often' })
  if (!answer.ok && answer.refusal.kind === 'paused') return seeOther(feedPath(ctx.business.slug, id), { key: 'channels.still-paused' })
  if (!answer.ok) return notFound(ctx.i18n.t('There is no such calendar here any more.'))
  return seeOther(feedPath(ctx.business.slug, id), { key: 'channels.asked' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function FeedFetch() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
