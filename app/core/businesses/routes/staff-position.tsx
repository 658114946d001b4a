import { notFound, seeOther } from '~/platform/answers.server'
import { directionForm } from '~/platform/form-fields'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { staffById } from '../queries.server'
import { refusalWords } from '../refusals'
import { moveStaff } from '../save-staff.server'

export const loader = guarded({ access: { needs: 'staff.manage' } }, ({ db, ctx, params }) => {
  if (!staffById(db, ctx.businessId, params.staff ?? '')) notFound(refusalWords(ctx.i18n, 'unknown-staff'))
  return seeOther(`/dashboard/${ctx.business.slug}/staff`)
})

export const action = guardedAction({ access: { needs: 'staff.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, directionForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/staff`)
  const answer = moveStaff(ctx, params.staff ?? '', read.value.direction)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/staff`, { key: 'businesses.moved' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function StaffPosition() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
