import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { copyProperty } from '../arrange-properties.server'
import { propertyById } from '../queries.server'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  const property = propertyById(db, ctx.businessId, params.property ?? '') ?? notFound(ctx.i18n.t('There is no such property here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}`)
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, params }) => {
  const copy = copyProperty(ctx, params.property ?? '')
  if (!copy.ok) return notFound(ctx.i18n.t('There is no such property here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${copy.value}`, { key: 'real-estate.duplicated' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PropertyCopy() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
