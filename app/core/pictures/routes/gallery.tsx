import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { galleryHref, ofAddress, ownerAt } from '../dashboard-owner.server'
import { isBusinessKind, mostPictures } from '../model/kinds'
import { picturesOf } from '../queries.server'
import { shownPicture } from '../shown'
import { answerUpload } from '../upload.server'
import { PictureList } from '../ui/picture-list'
import { UploadForm } from '../ui/upload-form'
import { galleryAbout, galleryTitle } from '../words'

export const loader = guarded({ access: { needs: 'pictures.manage' } }, ({ db, ctx, params }) => {
  const owner = ownerAt(db, ctx, params)
  const { kind, name, here } = owner
  const title = isBusinessKind(kind) ? galleryTitle(ctx.i18n, kind, name) : name
  return {
    title: `${title} – ${ctx.business.name}`,
    heading: title,
    about: isBusinessKind(kind) ? galleryAbout(ctx.i18n, kind) : '',
    back: `/dashboard/${ctx.business.slug}/pictures`,
    here,
    most: mostPictures(kind),
    // What stands beside a name is that name's picture; what else is shown, only somebody who sees it can say.
    suggested: kind === 'listing' || kind === 'cover' ? '' : name,
    pictures: picturesOf(db, owner).map((picture) => ({ id: picture.id, ...shownPicture(picture) })),
  }
})

export const action = guardedAction({ access: { needs: 'pictures.manage' } }, async ({ ctx, form, params }) => {
  const of = ofAddress(ctx, params)
  const answer = await answerUpload(ctx, of, form)
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther(galleryHref(ctx, of), { key: 'pictures.added' })
})

export default function Gallery() {
  const i18n = useI18n()
  const { heading, about, back, here, most, suggested, pictures } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Pictures')} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1 dir="auto">{heading}</h1>
        <p>{about}</p>
      </header>
      {pictures.length > 0 && <PictureList pictures={pictures} here={here} />}
      {most > 1 && pictures.length >= most ? (
        <p>{i18n.t('These are as many as there may be. Remove one to add another.')}</p>
      ) : (
        <UploadForm lastResult={answer?.result} suggested={suggested} replaces={most === 1 && pictures.length > 0} />
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
