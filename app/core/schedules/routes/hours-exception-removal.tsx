import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { removeExceptions } from '../change-exceptions.server'
import { removalForm } from '../forms'
import { ownerPage } from '../owner-page.server'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'hours.manage' } }, ({ db, ctx, params }) => seeOther(ownerPage(db, ctx, params.owner).here))

export const action = guardedAction({ access: { needs: 'hours.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, removalForm(ctx.i18n))
  const answer = removeExceptions(ctx, params.owner ?? '', read.ok ? read.value.exceptions : [])
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/hours/${params.owner}`, { key: 'schedules.removed' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function ExceptionRemoval() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
