import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { Picture } from '~/ui/picture'
import { profilePicture } from '../queries.server'
import { answerUpload } from '../upload.server'
import { UploadForm } from '../ui/upload-form'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Your picture'),
  name: ctx.account.name,
  picture: profilePicture(db, ctx.account.id),
}))

export const action = guardedAction({ access: 'account' }, async ({ ctx, form }) => {
  const answer = await answerUpload(ctx, { kind: 'profile', id: ctx.account.id }, form)
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther('/account/picture', { key: 'pictures.added' })
})

export default function AccountPicture() {
  const i18n = useI18n()
  const { title, name, picture } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{title}</h1>
        <p>{i18n.t('It stands at the head of your account. The middle of it is shown, in a circle.')}</p>
      </header>
      {picture && (
        <div className="stack tight">
          <Picture image={picture} sizes="(width < 48rem) 100vw, 22rem" whole />
          <p dir="auto">{picture.alt}</p>
          <Actions small>
            <Button variant="plain" href="/account/picture/removal">
              {i18n.t('Remove')}
            </Button>
          </Actions>
        </div>
      )}
      <UploadForm lastResult={answer?.result} suggested={name} replaces={picture !== null} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
