import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { MoneyField, TextArea } from '~/ui/text-field'
import { makeRefund, refundable, saleById, toCards } from '../../sales/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { refundForm } from '../desk-forms'
import { refundRefusal } from '../desk-refusals'
import { refundMessage } from '../desk-refund.server'
import { bookingForMember } from '../diary.server'
import { ActFrame, BackButton } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'refunds.make' } }, ({ db, ctx, params }) => {
  const { i18n } = ctx
  const booking = bookingForMember(db, ctx, params.reference)
  const sale = saleById(db, ctx.businessId, booking.saleId) ?? notFound(i18n.t('We know no such booking.'))
  const { mostMinor, lines } = refundable(db, sale)
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  return {
    title: i18n.t('Give money back'),
    booking: deskBooking(ctx, booking),
    currency: sale.currency,
    most: money(mostMinor),
    anything: mostMinor > 0,
    toCard: wayOf(mostMinor, toCards(sale, mostMinor)),
    card: money(toCards(sale, mostMinor)),
    lines: lines.map(({ position, title, refundableMinor }) => ({ position, title, most: money(refundableMinor) })),
  }
})

export const action = guardedAction({ access: { needs: 'refunds.make' } }, ({ ctx, params, form }) => {
  const { i18n } = ctx
  const { saleId, reference, currency } = bookingToAct(ctx, params.reference)
  const read = readForm(form, refundForm(i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const { reason, all } = read.value
  const typed = read.value.amounts.map(({ position, amount }) => ({ position, minor: amount === undefined ? 0 : parseMoney(amount, currency, i18n.locale) }))
  const wrong = typed.findIndex(({ minor }) => minor === null || minor < 0)
  if (wrong >= 0 && !all) return invalid({ result: read.again({ [`amounts[${wrong}].amount`]: i18n.t('Enter an amount such as {example}', { example: decimalText(4500, currency, i18n.locale) }) }) })
  const amounts = all ? 'all' : new Map(typed.map(({ position, minor }) => [position, minor ?? 0]))
  const before = readDatabase((db) => saleById(db, ctx.businessId, saleId))
  const made = makeRefund(ctx, { saleId, reason, amounts })
  if (!made.ok) {
    const { refusal } = made
    const at = refusal.kind === 'more-than-line' ? typed.findIndex(({ position }) => position === refusal.position) : -1
    return conflict({ result: read.again({ [at < 0 ? '' : `amounts[${at}].amount`]: refundRefusal(i18n, refusal, currency) }) })
  }
  return seeOther(bookingHref(ctx, reference), { key: readDatabase((db) => refundMessage(db, ctx.businessId, saleId, before)) })
})

function wayOf(mostMinor: number, cardMinor: number): 'all' | 'some' | 'none' {
  return cardMinor === 0 ? 'none' : cardMinor < mostMinor ? 'some' : 'all'
}

interface RefundInput {
  readonly reason: string
  readonly amounts: { readonly position: string; readonly amount: string }[]
}

export default function BookingRefunds() {
  const i18n = useI18n()
  const { title, booking, currency, most, anything, toCard, card, lines } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<RefundInput>({
    id: 'refund',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { amounts: lines.map(({ position }) => ({ position: String(position), amount: '' })) },
    defaultNoValidate: false,
    constraint: { reason: { required: true, maxLength: 500 } },
  })
  const rows = fields.amounts.getFieldList()
  return (
    <ActFrame
      booking={booking}
      title={title}
      consequence={anything ? consequence() : i18n.t('Nothing was paid that does not go back already.')}
      before={<ErrorSummary form={form} />}
    >
      {anything ? (
        <form className="stack fields" id={form.id} method="post">
          {lines.map((line, at) => {
            const parts = rows[at]?.getFieldset()
            return (
              parts && (
                <div key={line.position}>
                  <input type="hidden" name={parts.position.name} value={line.position} />
                  <MoneyField field={parts.amount} label={line.title} hint={i18n.t('At most {most}, with its taxes', { most: line.most })} currency={currency} />
                </div>
              )
            )
          })}
          <TextArea field={fields.reason} label={i18n.t('Reason')} hint={i18n.t('Only your business sees it.')} rows={2} />
          <Actions>
            <Button>{toCard === 'none' ? i18n.t('Note the refund') : i18n.t('Give it back')}</Button>
            <Button variant="quiet" name="all" value="yes">
              {i18n.t('Give back all of {most}', { most })}
            </Button>
            <BackButton booking={booking} />
          </Actions>
        </form>
      ) : (
        <Actions>
          <BackButton booking={booking} />
        </Actions>
      )}
    </ActFrame>
  )

  function consequence(): string {
    if (toCard === 'none') return i18n.t('{most} was paid and does not go back already. This notes a refund as due; no money moves and nothing is sent until you give it.', { most })
    if (toCard === 'all') return i18n.t('{most} was paid by card and does not go back already. What you give back goes to that card by itself, and cannot be stopped.', { most })
    return i18n.t('{most} was paid and does not go back already. Up to {card} goes back to the card by itself, and cannot be stopped; what is more is noted as due, and you give it back yourself.', { most, card })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
