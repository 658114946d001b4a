import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { formatMoney } from '~/kernel/format'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-field'
import { When } from '~/ui/when'
import { cancelItem } from '../cancel-item.server'
import { customerHref } from '../customer-hrefs'
import { cancellationForm } from '../forms'
import { itemTitle } from '../domain.server'
import { itemToCancel } from '../item-to-cancel.server'
import { bookingById } from '../queries.server'
import { policyOf } from '../settlement.server'
import { policyWords } from '../../pricing/index.server'
import { together } from '../together'
import { PartSettlementRows } from '../ui/part-settlement-rows'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, params }) => {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const item = booking && itemToCancel(db, ctx, booking, params.item)
  if (!booking || !item) gone(ctx)
  const { reference, startsAt } = booking
  return {
    title: ctx.i18n.t('Cancel {item}, booking {reference}', { item: item.title, reference }),
    reference,
    token: ctx.booking.token,
    business: ctx.business.name,
    item,
    others: together(ctx.i18n, item.others),
    // The last one of a booking is the booking: that has a page of its own.
    stands: item.stands && item.others.length > 0 && startsAt > ctx.now,
    readerZone: ctx.zone,
    policy: policyWords(ctx.i18n, policyOf(db, booking)),
  }
})

export const action = guardedAction({ access: 'booking' }, ({ ctx, params, form }) => {
  const booking = read((db) => bookingById(db, ctx.businessId, ctx.booking.id))
  const item = booking?.items.find(({ id }) => id === params.item) ?? gone(ctx)
  const title = read((db) => itemTitle(db, ctx.i18n, item))
  const sent = readForm(form, cancellationForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const cancelled = cancelItem(ctx, ctx.booking.id, item.id, sent.value.reason ?? null)
  if (cancelled.ok) return seeOther(customerHref(ctx.booking), { key: 'bookings.item-cancelled', params: { item: title } })
  const why = cancelled.refusal.kind === 'already-started'
    ? ctx.i18n.t('It has begun already, so it can no longer be cancelled here. Ring {business}.', { business: ctx.business.name })
    : ctx.i18n.t('This booking no longer stands, so there is nothing to cancel.')
  return data({ result: sent.again({ '': why }) }, { status: 409 })
})

function gone({ i18n, booking }: BookingCtx): never {
  notFound(i18n.t('There is no such part of your booking.'), { href: customerHref(booking), label: i18n.t('Back to your booking') })
}

export default function ItemCancellation() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { item, others, stands } = page
  const [form, fields] = useForm<z.input<ReturnType<typeof cancellationForm>>>({
    id: 'cancellation',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(cancellationForm(i18n)),
  })
  return (
    <>
      <ErrorSummary form={form} />
      <ConfirmPage
        back={{ href: customerHref(page), label: i18n.t('Back to your booking'), nav: i18n.t('Your booking') }}
        kicker={i18n.t('Booking {reference}, {business}', { reference: page.reference, business: page.business })}
        title={stands ? i18n.t('Cancel only {item}?', { item: item.title }) : i18n.t('There is nothing to cancel')}
        about={
          <>
            <span dir="auto">{item.withWhom ? i18n.t('{what} with {person}', { what: item.title, person: item.withWhom }) : item.title}</span>
            {', '}
            <When start={item.startsAt} end={item.endsAt} zone={item.zone} readerZone={page.readerZone} />
          </>
        }
        tone={stands ? 'bad' : 'plain'}
        consequence={stands ? <Consequence /> : <p>{i18n.t('This part of your booking cannot be cancelled alone any more.')}</p>}
      >
        {stands && (
          <>
            {item.settlement && item.settlement.priceMinor > 0 && <PartSettlementRows settlement={item.settlement} item={item.title} />}
            <p className="soft">{page.policy.join(' ')}</p>
            <form className="stack keep fields" id={form.id} method="post" action={customerHref(page, `/items/${item.id}/cancellation`)}>
              <TextArea field={fields.reason} label={i18n.t('Why are you cancelling?')} rows={3} hint={i18n.t('Only {business} reads this.', { business: page.business })} />
              <Actions>
                <Button variant="danger">{i18n.t('Cancel only {item}', { item: item.title })}</Button>
                <Button href={customerHref(page)} variant="quiet">
                  {i18n.t('Keep everything')}
                </Button>
              </Actions>
            </form>
            <p>
              {i18n.t('You cannot come at all?')} <a href={customerHref(page, '/cancellation')}>{i18n.t('Cancel {item} and {others}', { item: item.title, others })}</a>
            </p>
          </>
        )}
      </ConfirmPage>
    </>
  )
}

function Consequence() {
  const i18n = useI18n()
  const { business, others, item } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="statement">{costs()}</p>
      <p>{i18n.t('The rest stays as it is: {others}. This cannot be undone.', { others })}</p>
    </>
  )

  function costs(): string {
    const { settlement } = item
    if (!settlement || (settlement.feeMinor === 0 && settlement.refundMinor === 0)) return i18n.t('It costs you nothing, and the time is given to others at once.')
    const fee = formatMoney(i18n.locale, settlement.feeMinor, settlement.currency)
    const back = formatMoney(i18n.locale, settlement.refundMinor, settlement.currency)
    if (settlement.refundMinor === 0) return i18n.t('{business} keeps {fee} of what you have paid. Its time is given to others at once.', { business, fee })
    if (settlement.feeMinor === 0) return i18n.t('You get back {back} from {business}. Its time is given to others at once.', { back, business })
    return i18n.t('You get back {back} from {business}, which keeps {fee}. Its time is given to others at once.', { back, business, fee })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${page.business}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
