import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { Stars } from '~/ui/stars'
import { TextArea } from '~/ui/text-field'
import { answerReview } from '../answer-review.server'
import { reviewToAct } from '../desk-reviews.server'
import { answerForm } from '../forms'

export const loader = guarded({ access: { needs: 'reviews.manage' } }, ({ db, ctx, params }) => ({ title: ctx.i18n.t('Answer a review'), review: reviewToAct(db, ctx, params.review) }))

export const action = guardedAction({ access: { needs: 'reviews.manage' } }, ({ ctx, params, form }) => {
  const sent = readForm(form, answerForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const answered = answerReview(ctx, params.review ?? '', sent.value.answer)
  if (answered.ok) return seeOther(`/dashboard/${ctx.business.slug}/reviews`, { key: 'reviews.answered' })
  if (answered.refusal === 'unknown-review') notFound(ctx.i18n.t('There is no such review.'))
  return data({ result: sent.again({ '': ctx.i18n.t('It is answered already. An answer is given once.') }) }, { status: 409 })
})

export default function AnswerReview() {
  const i18n = useI18n()
  const { title, review } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ answer: string }>({
    id: 'answer',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(answerForm(i18n)),
  })
  return (
    <>
      <ErrorSummary form={form} />
      <ConfirmPage
        back={{ href: review.back, label: i18n.t('Reviews'), nav: i18n.t('Back') }}
        title={title}
        about={<Stars stars={review.stars} />}
        tone="plain"
        consequence={<p dir="auto">{review.words ?? i18n.t('They wrote nothing.')}</p>}
      >
        <form className="stack keep fields" id={form.id} method="post">
          <TextArea field={fields.answer} label={i18n.t('Your answer')} rows={6} width="long" hint={i18n.t('Everybody reads it below the review. It is given once and cannot be changed.')} />
          <Actions>
            <Button>{i18n.t('Answer in public')}</Button>
            <Button href={review.back} variant="plain">
              {i18n.t('Back to the reviews')}
            </Button>
          </Actions>
        </form>
      </ConfirmPage>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
