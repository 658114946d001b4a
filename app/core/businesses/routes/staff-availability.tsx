import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { availabilityForm } from '../forms'
import { staffById } from '../queries.server'
import { refusalWords } from '../refusals'
import { setStaffActive } from '../save-staff.server'

export const loader = guarded({ access: { needs: 'staff.manage' } }, ({ db, ctx, params }) => {
  const person = staffById(db, ctx.businessId, params.staff ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-staff'))
  return seeOther(`/dashboard/${ctx.business.slug}/staff/${person.id}`)
})

export const action = guardedAction({ access: { needs: 'staff.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, availabilityForm(ctx.i18n))
  if (!read.ok) return seeOther(`/dashboard/${ctx.business.slug}/staff`)
  const active = read.value.active === 'yes'
  const answer = setStaffActive(ctx, params.staff ?? '', active)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/staff`, { key: active ? 'businesses.staff-on' : 'businesses.staff-off' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function StaffAvailability() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
