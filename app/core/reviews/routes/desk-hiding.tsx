import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { Stars } from '~/ui/stars'
import { TextArea } from '~/ui/text-field'
import { reviewToAct } from '../desk-reviews.server'
import { hidingForm } from '../forms'
import { hideReview, showReview } from '../hide-review.server'

export const loader = guarded({ access: { needs: 'reviews.manage' } }, ({ db, ctx, params }) => {
  const review = reviewToAct(db, ctx, params.review)
  return { title: review.hiddenAt === null ? ctx.i18n.t('Hide this review?') : ctx.i18n.t('Show this review again?'), review }
})

export const action = guardedAction({ access: { needs: 'reviews.manage' } }, ({ ctx, params, form }) => {
  const { id, hiddenAt, back } = read((db) => reviewToAct(db, ctx, params.review))
  if (hiddenAt !== null) {
    showReview(ctx, id)
    return seeOther(back, { key: 'reviews.shown' })
  }
  const sent = readForm(form, hidingForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  // Whoever hides what is hidden by now finds it so.
  hideReview(ctx, id, sent.value.reason)
  return seeOther(back, { key: 'reviews.hidden' })
})

export default function HideReview() {
  const i18n = useI18n()
  const { title, review } = useLoaderData<typeof loader>()
  const isHidden = review.hiddenAt !== null
  const [form, fields] = useForm<{ reason: string }>({
    id: 'hiding',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(hidingForm(i18n)),
  })
  return (
    <>
      <ErrorSummary form={form} />
      <ConfirmPage
        back={{ href: review.back, label: i18n.t('Reviews'), nav: i18n.t('Back') }}
        title={title}
        about={<Stars stars={review.stars} />}
        tone={isHidden ? 'plain' : 'bad'}
        consequence={<p>{isHidden ? i18n.t('Everybody sees it again, and its stars count.') : i18n.t('Nobody outside your business sees it, and its stars no longer count. Who hid it and why stays on record.')}</p>}
        details={review.words !== null && <p dir="auto">{review.words}</p>}
      >
        <form className="stack keep fields" id={form.id} method="post">
          {!isHidden && <TextArea field={fields.reason} label={i18n.t('Why is it hidden?')} rows={3} hint={i18n.t('Only your business reads this.')} />}
          <Actions>
            <Button variant={isHidden ? 'primary' : 'danger'}>{isHidden ? i18n.t('Show it again') : i18n.t('Hide the review')}</Button>
            <Button href={review.back} variant="plain">
              {i18n.t('Back to the reviews')}
            </Button>
          </Actions>
        </form>
      </ConfirmPage>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
