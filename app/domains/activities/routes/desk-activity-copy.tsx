import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { copyActivity } from '../copy-activity.server'
import { deskActivity, activityHref } from '../desk.server'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => seeOther(activityHref(ctx, deskActivity(db, ctx, params.activity))))

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, params }) => {
  const activities = `/dashboard/${ctx.business.slug}/activities`
  const copy = copyActivity(ctx, params.activity ?? '')
  if (copy.ok) return seeOther(`${activities}/${copy.value.listing.id}`, { key: 'activities.duplicated' })
  if (copy.refusal.kind === 'unknown-activity') return notFound(ctx.i18n.t('There is no such activity here.'))
  // What it is made of has changed since: its own page says what has to be mended.
  return seeOther(`${activities}/${params.activity}/details`, { key: 'activities.mend-first' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function ActivityCopy() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
