import { statusForm } from '~/core/listings/index'
import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { setPropertyStatus } from '../arrange-properties.server'
import { propertyById } from '../queries.server'
import { arrangeMessage } from '../refusal-words'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  const property = propertyById(db, ctx.businessId, params.property ?? '') ?? notFound(ctx.i18n.t('There is no such property here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}`)
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/real-estate/properties/${params.property}`
  const read = readForm(form, statusForm(ctx.i18n))
  if (!read.ok) return seeOther(here)
  const set = setPropertyStatus(ctx, params.property ?? '', read.value.status)
  if (set.ok) return seeOther(here, { key: `real-estate.${read.value.status}` })
  if (set.refusal.kind === 'unknown-property') return notFound(ctx.i18n.t('There is no such property here.'))
  // Somebody else was faster: the page shows what it is now.
  const key = arrangeMessage(set.refusal)
  return key === null ? seeOther(here) : seeOther(here, { key })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PropertyStatus() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
