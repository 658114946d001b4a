import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { copyEvent } from '../copy-event.server'
import { deskEvent, eventHref } from '../desk.server'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => seeOther(eventHref(ctx, deskEvent(db, ctx, params.event))))

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, params }) => {
  const events = `/dashboard/${ctx.business.slug}/events`
  const copy = copyEvent(ctx, params.event ?? '')
  if (copy.ok) return seeOther(`${events}/${copy.value.id}`, { key: 'events.duplicated' })
  if (copy.refusal.kind === 'unknown-event') return notFound(ctx.i18n.t('There is no such event here.'))
  // What it is made of has changed since: its own page says what has to be mended.
  return seeOther(`${events}/${params.event}/details`, { key: 'events.mend-first' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function EventCopy() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
