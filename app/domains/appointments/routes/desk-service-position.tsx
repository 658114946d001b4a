import { notFound, seeOther } from '~/platform/answers.server'
import { directionForm } from '~/platform/form-fields'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { moveService } from '../arrange-services.server'
import { serviceById } from '../queries.server'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  if (!serviceById(db, ctx.businessId, params.service ?? '')) notFound(ctx.i18n.t('There is no such service here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/appointments/services`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, directionForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/appointments/services`)
  const moved = moveService(ctx, params.service ?? '', read.value.direction)
  if (!moved.ok) return notFound(ctx.i18n.t('There is no such service here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/appointments/services`, { key: 'appointments.moved' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function ServicePosition() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
