import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskOrder, useDeskOrder } from '~/core/bookings/index'
import { priceTag } from '~/core/listings/index'
import { leftWords } from '~/core/sessions/index'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { answerDeskOrder, deskTickets } from '../desk-order.server'
import { deskDate, headOfDate } from '../desk.server'
import { countName } from '../ui/event-hrefs'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = headOfDate(ctx, found)
  return {
    title: `${ctx.i18n.t('Sell tickets')} – ${head.name}`,
    ...head,
    currency: ctx.business.currency,
    tickets: deskTickets(db, ctx, found.session),
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, params }) => {
  const answer = answerDeskOrder(ctx, form, read((db) => deskDate(db, ctx, params.date)).session)
  if (!('reference' in answer)) return answer
  return seeOther(`/dashboard/${ctx.business.slug}/bookings/${answer.reference}`, { key: 'bookings.placed-at-desk', params: { reference: answer.reference } })
})

export default function SellTickets() {
  const i18n = useI18n()
  const { when, back, currency, tickets, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const order = useDeskOrder({ key, counts: tickets.map(({ id }) => countName(id)), result: answer?.result })
  return (
    <DeskOrder order={order} title={i18n.t('Sell tickets')} when={when} back={back} mailHint={i18n.t('With it they get the tickets by mail.')} verb={i18n.t('Sell')}>
      <Section id="tickets" title={i18n.t('Tickets')}>
        <div className="stack fields">
          {tickets.map(({ id, title, left, priceMinor }) => (
            <TextField
              key={id}
              field={order.field(countName(id))}
              label={i18n.t('{ticket}, {price}', { ticket: title, price: priceTag(i18n, priceMinor, currency) })}
              hint={left === null ? undefined : i18n.t('{left} left', { left: leftWords(i18n, left) })}
              inputMode="numeric"
              width="short"
              autoComplete="off"
            />
          ))}
        </div>
      </Section>
    </DeskOrder>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
