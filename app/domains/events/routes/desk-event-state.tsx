import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { deskEvent, eventHref } from '../desk.server'
import { stateForm } from '../event-form'
import { setEventState } from '../event-status.server'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => seeOther(eventHref(ctx, deskEvent(db, ctx, params.event))))

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/events/${params.event}`
  const read = readForm(form, stateForm(ctx.i18n))
  if (!read.ok) return seeOther(here)
  const set = setEventState(ctx, params.event ?? '', read.value.state)
  if (set.ok) return seeOther(here, { key: `events.${read.value.state}` })
  if (set.refusal.kind === 'unknown-event') return notFound(ctx.i18n.t('There is no such event here.'))
  // Somebody else was faster, or something is missing: the page shows what it is now and what it lacks.
  return seeOther(here, set.refusal.kind === 'incomplete' ? { key: 'events.incomplete' } : undefined)
})

/** Only its action is used; an error needs a page to stand on. */
export default function EventStatePage() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
