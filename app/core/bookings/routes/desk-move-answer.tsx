import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDateTime, formatMoney, formatRange } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import type { Db } from '~/platform/database.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Facts, type Fact } from '~/ui/facts'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-field'
import { declineMove, grantMove } from '../answer-move.server'
import { becomesOf, openRequest, type ChangeRequest } from '../change-requests.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { reasonForm } from '../desk-forms'
import { answerMoveRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { domainOf, type Described } from '../domain.server'
import { previewMove, type ItemMove } from '../move-booking.server'
import type { PriceChange } from '../price-change.server'
import type { Booking } from '../queries.server'
import { ActFrame, BackButton } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const request = openRequest(db, ctx.businessId, booking.id, ctx.now)
  const desk = deskBooking(ctx, booking)
  const { locale } = ctx.i18n
  const { zone } = desk
  return {
    title: ctx.i18n.t('The customer asks for another time'),
    booking: desk,
    request: request && {
      time: formatRange(locale, zone, request.startsAt, request.endsAt),
      becomes: becomesOf(db, ctx.businessId, request),
      facts: askedFacts(db, ctx, booking, request),
      price: previewMove(db, ctx, { bookingId: booking.id, items: movesIn(request) }),
      until: formatDateTime(locale, zone, request.expiresAt),
    },
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const href = bookingHref(ctx, reference)
  if (form.get('answer') === 'grant') {
    const granted = grantMove(ctx, id)
    if (!granted.ok) return conflict({ result: null, refusal: answerMoveRefusal(ctx.i18n, granted.refusal) })
    return seeOther(href, { key: 'bookings.move-granted' })
  }
  const read = readForm(form, reasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), refusal: null })
  const declined = declineMove(ctx, id, read.value.reason)
  if (!declined.ok) return conflict({ result: null, refusal: answerMoveRefusal(ctx.i18n, declined.refusal) })
  return seeOther(href, { key: 'bookings.move-declined' })
})

export default function MoveAnswer() {
  const i18n = useI18n()
  const { title, booking, request } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'decline',
    lastResult: answer?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(reasonForm(i18n)),
  })
  if (!request) {
    return (
      <ActFrame booking={booking} title={title} consequence={i18n.t('Nobody waits for an answer here any more.')} refusal={answer?.refusal ?? undefined}>
        <Actions>
          <BackButton booking={booking} />
        </Actions>
      </ActFrame>
    )
  }
  const facts = [...request.facts.map(({ term, text }) => ({ term, detail: text })), ...priceFacts(i18n, request.price)]
  return (
    <ActFrame
      booking={booking}
      title={title}
      consequence={i18n.t('They would like {time}. That and the present time are kept free until {until}; without an answer the booking then stays where it is.', {
        time: request.time,
        until: request.until,
      })}
      tone="wait"
      refusal={answer?.refusal ?? undefined}
      before={<ErrorSummary form={form} />}
    >
      {request.becomes !== null && <p className="statement">{i18n.t('It would become: {service}.', { service: request.becomes })}</p>}
      {facts.length > 0 && <Facts facts={facts} />}
      <form id="grant" method="post">
        <input type="hidden" name="answer" value="grant" />
        <Actions>
          <Button>{i18n.t('Grant the new time')}</Button>
        </Actions>
      </form>
      <form className="stack" id={form.id} method="post">
        <TextArea field={fields.reason} label={i18n.t('Or say why not')} hint={i18n.t('The customer reads these words in the mail.')} />
        <Actions>
          <Button variant="danger">{i18n.t('Decline the new time')}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

/** What is asked for, in its trade's words: how many come, and what they said. */
function askedFacts(db: Db, { i18n }: MemberCtx, { items }: Booking, request: ChangeRequest): Described['facts'] {
  return request.items.flatMap(({ itemId, choice }) => {
    const item = items.find(({ id }) => id === itemId)
    return item ? domainOf(item.domain).describe(db, i18n, { ...item, choice, trace: null }).facts : []
  })
}

function movesIn({ items }: ChangeRequest): ItemMove[] {
  return items.map(({ itemId, choice, listingId }) => ({ itemId, choice, ...(listingId === null ? {} : { listingId }) }))
}

function priceFacts(i18n: I18n, price: PriceChange | null): Fact[] {
  if (!price || price.afterMinor === price.beforeMinor) return []
  const money = (minor: number) => formatMoney(i18n.locale, minor, price.currency)
  return [
    { term: i18n.t('Price'), detail: i18n.t('{after} instead of {before}', { after: money(price.afterMinor), before: money(price.beforeMinor) }) },
    ...(price.refundMinor > 0 ? [{ term: i18n.t('Comes back'), detail: money(price.refundMinor) }] : []),
  ]
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
