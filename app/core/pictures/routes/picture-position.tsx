import { notFound, seeOther } from '~/platform/answers.server'
import { directionForm } from '~/platform/form-fields'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { galleryHref, ofAddress, pictureAt } from '../dashboard-owner.server'
import { refusalWords } from '../refusals'
import { movePicture } from '../save-picture.server'

export const loader = guarded({ access: { needs: 'pictures.manage' } }, ({ db, ctx, params }) => seeOther(pictureAt(db, ctx, params).owner.here))

export const action = guardedAction({ access: { needs: 'pictures.manage' } }, ({ ctx, form, params }) => {
  const of = ofAddress(ctx, params)
  const read = readForm(form, directionForm(ctx.i18n))
  if (!read.ok) return seeOther(galleryHref(ctx, of))
  const answer = movePicture(ctx, of, params.picture ?? '', read.value.direction)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(galleryHref(ctx, of), { key: 'pictures.moved' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PicturePosition() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
