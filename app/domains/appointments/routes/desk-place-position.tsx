import { movePlace, placeById } from '~/core/allocation/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { directionForm } from '~/platform/form-fields'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  if (!placeById(db, ctx.businessId, params.place ?? '')) notFound(ctx.i18n.t('There is no such room or chair here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/places`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, directionForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/places`)
  const moved = movePlace(ctx, params.place ?? '', read.value.direction)
  if (!moved.ok) return notFound(ctx.i18n.t('There is no such room or chair here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/places`, { key: 'appointments.moved' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PlacePosition() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
