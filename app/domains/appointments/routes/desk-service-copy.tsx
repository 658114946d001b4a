import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { duplicateService } from '../arrange-services.server'
import { serviceById } from '../queries.server'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = serviceById(db, ctx.businessId, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/appointments/services/${service.listing.id}`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, params }) => {
  const services = `/dashboard/${ctx.business.slug}/appointments/services`
  const copy = duplicateService(ctx, params.service ?? '')
  if (copy.ok) return seeOther(`${services}/${copy.value.listing.id}`, { key: 'appointments.duplicated' })
  if (copy.refusal.kind === 'unknown-service') return notFound(ctx.i18n.t('There is no such service here.'))
  // What it is made of has changed since: its own page says what has to be mended.
  return seeOther(`${services}/${params.service}`, { key: 'appointments.mend-first' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function ServiceCopy() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
