import { statusForm } from '~/core/listings/index'
import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { setActivityStatus } from '../copy-activity.server'
import { activityHref, deskActivity } from '../desk.server'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => seeOther(activityHref(ctx, deskActivity(db, ctx, params.activity))))

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/activities/${params.activity}`
  const read = readForm(form, statusForm(ctx.i18n))
  if (!read.ok) return seeOther(here)
  const set = setActivityStatus(ctx, params.activity ?? '', read.value.status)
  if (set.ok) return seeOther(here, { key: `activities.${read.value.status}` })
  // Somebody else was faster: the page shows what it is now.
  return set.refusal.kind === 'not-allowed' ? seeOther(here) : notFound(ctx.i18n.t('There is no such activity here.'))
})

/** Only its action is used; an error needs a page to stand on. */
export default function ActivityStatus() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
