import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { restoreSeats, withSeats } from '../change-seats.server'
import { changeForm } from '../service-form'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = withSeats(db, ctx, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/appointments/services/${service.listing.id}/capacity`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/appointments/services/${params.service}/capacity`
  const read = readForm(form, changeForm(ctx.i18n))
  const restored = restoreSeats(ctx, params.service ?? '', read.ok ? read.value.change : '')
  if (restored.ok) return seeOther(here, { key: 'appointments.seats-restored' })
  if (restored.refusal.kind === 'taken') return seeOther(here, { key: 'appointments.seats-taken' })
  return notFound(ctx.i18n.t('That day has its usual places already.'), { href: here, label: ctx.i18n.t('Other places on some days') })
})

/** Only its action is used; an error needs a page to stand on. */
export default function SeatsRestoration() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
