import { placeById, setPlaceActive } from '~/core/allocation/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { activeForm } from '../service-form'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const place = placeById(db, ctx.businessId, params.place ?? '') ?? notFound(ctx.i18n.t('There is no such room or chair here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/places/${place.id}`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, activeForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/places`)
  const active = read.value.active === 'yes'
  const set = setPlaceActive(ctx, params.place ?? '', active)
  if (!set.ok) return notFound(ctx.i18n.t('There is no such room or chair here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/places`, { key: active ? 'appointments.place-on' : 'appointments.place-off' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PlaceAvailability() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
