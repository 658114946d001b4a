import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { HiddenField } from '~/ui/hidden-field'
import { Breadcrumb, Kicker } from '~/ui/page'
import { Stars } from '~/ui/stars'
import { TextArea } from '~/ui/text-field'
import { bookingById } from '../../bookings/index.server'
import { reviewForm } from '../forms'
import { giveReview } from '../give-review.server'
import { reviewsToGive } from '../to-give.server'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, url }) => {
  const [first, ...others] = toGive(db, ctx)
  return {
    title: first ? ctx.i18n.t('How was {what}?', { what: first.title }) : ctx.i18n.t('Nothing to rate'),
    business: ctx.business.name,
    first: first ?? null,
    others: others.length,
    back: `/bookings/${ctx.booking.reference}${url.search}`,
  }
})

export const action = guardedAction({ access: 'booking' }, ({ ctx, form, url }) => {
  const sent = readForm(form, reviewForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const { listing, stars, words } = sent.value
  const given = giveReview(ctx, { bookingId: ctx.booking.id, listingId: listing, stars, words: words ?? null })
  const more = read((db) => toGive(db, ctx).length > 0)
  return seeOther(`/bookings/${ctx.booking.reference}${more ? '/review' : ''}${url.search}`, { key: given.ok ? 'reviews.given' : 'reviews.given-already' })
})

function toGive(db: Db, ctx: BookingCtx) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  return booking ? reviewsToGive(db, booking) : []
}

export default function GiveReview() {
  const i18n = useI18n()
  const { title, business, first, back } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
      {first ? (
        <>
          <header className="stack tight">
            <Kicker>
              <span dir="auto">{business}</span>
            </Kicker>
            <h1 dir="auto">{title}</h1>
            <p>{i18n.t('Everybody who looks at it reads your stars, your words and your first name. A review cannot be changed later.')}</p>
          </header>
          <ReviewForm listing={first.listingId} />
        </>
      ) : (
        <EmptyState title={title} actions={<Button href={back}>{i18n.t('Back to your booking')}</Button>}>
          <p>{i18n.t('What has taken place can be rated once.')}</p>
        </EmptyState>
      )}
    </div>
  )
}

function ReviewForm({ listing }: { listing: string }) {
  const i18n = useI18n()
  const [form, fields] = useForm<z.input<ReturnType<typeof reviewForm>>>({
    id: 'review',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { listing },
    defaultNoValidate: false,
    constraint: getZodConstraint(reviewForm(i18n)),
  })
  const names = [i18n.t('Very bad'), i18n.t('Bad'), i18n.t('All right'), i18n.t('Good'), i18n.t('Very good')]
  return (
    <>
      <ErrorSummary form={form} />
      <form className="stack keep fields" id={form.id} method="post">
        <HiddenField field={fields.listing} />
        <RadioGroup field={fields.stars} label={i18n.t('Your stars')} choices={names.map((label, at) => ({ value: String(at + 1), label, hint: <Stars stars={at + 1} /> })).reverse()} />
        <TextArea field={fields.words} label={i18n.t('What would you tell others?')} rows={6} width="long" />
        <Actions>
          <Button>{i18n.t('Give your stars')}</Button>
        </Actions>
      </form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} – ${data.business}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
