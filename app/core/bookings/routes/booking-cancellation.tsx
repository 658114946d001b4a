import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { formatMoney } from '~/kernel/format'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { ErrorSummary } from '~/ui/error-summary'
import { TextArea } from '~/ui/text-field'
import { When } from '~/ui/when'
import { cancelBooking } from '../change-status.server'
import { customerHref } from '../customer-hrefs'
import { customerPage } from '../customer-page.server'
import { customerStatus } from '../customer-words'
import { cancellationForm } from '../forms'
import { SettlementRows } from '../ui/settlement-rows'

export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => customerPage(db, ctx) ?? notFound(ctx.i18n.t('This booking is no longer here.')))

export const action = guardedAction({ access: 'booking' }, ({ ctx, form }) => {
  const sent = readForm(form, cancellationForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const cancelled = cancelBooking(ctx, ctx.booking.id, sent.value.reason ?? null)
  if (cancelled.ok) return seeOther(customerHref(ctx.booking), { key: 'bookings.cancelled' })
  const why = cancelled.refusal.kind === 'already-started'
    ? ctx.i18n.t('It has begun already, so it can no longer be cancelled here. Ring {business}.', { business: ctx.business.name })
    : ctx.i18n.t('This booking no longer stands, so there is nothing to cancel.')
  return data({ result: sent.again({ '': why }) }, { status: 409 })
})

export default function BookingCancellation() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof cancellationForm>>>({
    id: 'cancellation',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(cancellationForm(i18n)),
  })
  const back = { href: customerHref(page), label: i18n.t('Back to your booking'), nav: i18n.t('Your booking') }
  return (
    <>
      <ErrorSummary form={form} />
      <ConfirmPage
        back={back}
        kicker={i18n.t('Booking {reference}, {business}', { reference: page.reference, business: page.business.name })}
        title={page.stands ? i18n.t('Cancel your booking?') : i18n.t('There is nothing to cancel')}
        about={
          <>
            <span dir="auto">{page.withWhom ? i18n.t('{what} with {person}', { what: page.what, person: page.withWhom }) : page.what}</span>
            {', '}
            <When start={page.startsAt} end={page.endsAt} zone={page.zone} readerZone={page.readerZone} />
          </>
        }
        tone={page.stands ? 'bad' : 'plain'}
        consequence={page.stands ? <Consequence /> : <p>{i18n.t('This booking cannot be cancelled any more. It is: {status}.', { status: customerStatus(i18n, page.status).label })}</p>}
      >
        {page.stands && (
          <>
            {page.settlement && page.settlement.priceMinor > 0 && <SettlementRows settlement={page.settlement} />}
            <p className="soft">{page.policy.join(' ')}</p>
            <form className="stack keep fields" id={form.id} method="post" action={customerHref(page, '/cancellation')}>
              <TextArea field={fields.reason} label={i18n.t('Why are you cancelling?')} rows={3} hint={i18n.t('Only {business} reads this.', { business: page.business.name })} />
              <Actions>
                <Button variant="danger">{i18n.t('Cancel booking')}</Button>
                <Button href={customerHref(page)} variant="quiet">
                  {i18n.t('Keep my booking')}
                </Button>
              </Actions>
            </form>
            {page.movePath && (
              <p>
                {i18n.t('Only the time is wrong?')} <a href={customerHref(page, `/${page.movePath}`)}>{i18n.t('Move your booking instead')}</a>
              </p>
            )}
          </>
        )}
      </ConfirmPage>
    </>
  )
}

function Consequence() {
  const i18n = useI18n()
  const { business, settlement } = useLoaderData<typeof loader>()
  return (
    <>
      <p className="statement">{costs()}</p>
      <p>{i18n.t('This cannot be undone: if you change your mind, you book again, as long as the time is free.')}</p>
    </>
  )

  function costs(): string {
    if (!settlement || settlement.paidMinor === 0) return i18n.t('It costs you nothing, and your time is given to others at once.')
    const back = formatMoney(i18n.locale, settlement.refundMinor, settlement.currency)
    const kept = formatMoney(i18n.locale, settlement.keptMinor, settlement.currency)
    if (settlement.refundMinor === 0) return i18n.t('Nothing comes back: {business} keeps the {kept} you have paid. Your time is given to others at once.', { business: business.name, kept })
    if (settlement.toCardMinor === settlement.refundMinor) {
      return settlement.keptMinor === 0
        ? i18n.t('All you have paid, {back}, goes back to your card. Your time is given to others at once.', { back })
        : i18n.t('{back} goes back to your card, and {business} keeps {kept}. Your time is given to others at once.', { back, business: business.name, kept })
    }
    if (settlement.keptMinor === 0) return i18n.t('You get back all you have paid, {back}, from {business}. Your time is given to others at once.', { back, business: business.name })
    return i18n.t('You get back {back} from {business}, which keeps {kept}. Your time is given to others at once.', { back, business: business.name, kept })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${page.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
