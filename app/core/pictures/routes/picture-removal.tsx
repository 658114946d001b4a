import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { pageTitle } from '~/ui/page-title'
import { galleryHref, ofAddress, pictureAt } from '../dashboard-owner.server'
import { refusalWords } from '../refusals'
import { removePicture } from '../save-picture.server'
import { shownPicture } from '../shown'
import { RemovePage } from '../ui/remove-page'

export const loader = guarded({ access: { needs: 'pictures.manage' } }, ({ db, ctx, params }) => {
  const { owner, picture } = pictureAt(db, ctx, params)
  return { title: `${ctx.i18n.t('Remove this picture?')} – ${ctx.business.name}`, back: { href: owner.here, label: owner.name }, picture: shownPicture(picture) }
})

export const action = guardedAction({ access: { needs: 'pictures.manage' } }, ({ ctx, params }) => {
  const of = ofAddress(ctx, params)
  const answer = removePicture(ctx, of, params.picture ?? '')
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(galleryHref(ctx, of), { key: 'pictures.removed' })
})

export default function PictureRemoval() {
  return <RemovePage {...useLoaderData<typeof loader>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
