import { notFound, seeOther } from '~/platform/answers.server'
import { directionForm } from '~/platform/form-fields'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { moveProperty } from '../arrange-properties.server'
import { propertyById } from '../queries.server'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  if (!propertyById(db, ctx.businessId, params.property ?? '')) notFound(ctx.i18n.t('There is no such property here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties`)
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, directionForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties`)
  const moved = moveProperty(ctx, params.property ?? '', read.value.direction)
  if (!moved.ok) return notFound(ctx.i18n.t('There is no such property here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties`, { key: 'real-estate.moved' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PropertyPosition() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
