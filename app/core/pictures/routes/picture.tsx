import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Picture } from '~/ui/picture'
import { TextField } from '~/ui/text-field'
import { galleryHref, ofAddress, pictureAt } from '../dashboard-owner.server'
import { altForm } from '../forms'
import { refusalWords } from '../refusals'
import { describePicture } from '../save-picture.server'
import { shownPicture } from '../shown'

export const loader = guarded({ access: { needs: 'pictures.manage' } }, ({ db, ctx, params }) => {
  const { owner, picture } = pictureAt(db, ctx, params)
  return { title: `${ctx.i18n.t('What the picture shows')} – ${ctx.business.name}`, name: owner.name, back: owner.here, picture: shownPicture(picture) }
})

export const action = guardedAction({ access: { needs: 'pictures.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, altForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const of = ofAddress(ctx, params)
  const answer = describePicture(ctx, of, params.picture ?? '', read.value.alt)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(galleryHref(ctx, of), { key: 'pictures.described' })
})

export default function PictureDescription() {
  const i18n = useI18n()
  const { name, back, picture } = useLoaderData<typeof loader>()
  const [form, fields] = useForm({
    id: 'description',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { alt: picture.alt },
    constraint: getZodConstraint(altForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={name} nav={i18n.t('Back')} />
      <h1>{i18n.t('What does the picture show?')}</h1>
      <ErrorSummary form={form} />
      <Picture image={picture} sizes="(width < 48rem) 100vw, 40rem" whole />
      <form className="stack fields" id={form.id} method="post">
        <TextField field={fields.alt} label={i18n.t('What it shows')} hint={i18n.t('In a few words, for people who cannot see it.')} autoComplete="off" />
        <Actions>
          <Button>{i18n.t('Save the description')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
