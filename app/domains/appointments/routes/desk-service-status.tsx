import { statusForm } from '~/core/listings/index'
import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { setServiceStatus } from '../arrange-services.server'
import { serviceById } from '../queries.server'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = serviceById(db, ctx.businessId, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/appointments/services/${service.listing.id}`)
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/appointments/services/${params.service}`
  const read = readForm(form, statusForm(ctx.i18n))
  if (!read.ok) return seeOther(here)
  const set = setServiceStatus(ctx, params.service ?? '', read.value.status)
  if (set.ok) return seeOther(here, { key: `appointments.${read.value.status}` })
  // Somebody else was faster: the page shows what it is now.
  return set.refusal.kind === 'not-allowed' ? seeOther(here) : notFound(ctx.i18n.t('There is no such service here.'))
})

/** Only its action is used; an error needs a page to stand on. */
export default function ServiceStatus() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
