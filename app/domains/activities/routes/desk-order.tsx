import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskOrder, useDeskOrder } from '~/core/bookings/index'
import { formatMoney } from '~/kernel/format'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { answerDeskOrder, deskKinds } from '../desk-order.server'
import { deskDate, headOfDate } from '../desk.server'
import { countName } from '../ui/hrefs'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = headOfDate(ctx, found)
  return {
    title: `${ctx.i18n.t('Book for somebody')} – ${head.name}`,
    ...head,
    ...deskKinds(db, ctx, found),
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, params }) => {
  const answer = answerDeskOrder(ctx, form, read((db) => deskDate(db, ctx, params.date)))
  if (!('reference' in answer)) return answer
  return seeOther(`/dashboard/${ctx.business.slug}/bookings/${answer.reference}`, { key: 'bookings.placed-at-desk', params: { reference: answer.reference } })
})

export default function BookDate() {
  const i18n = useI18n()
  const { when, back, currency, kinds, left, privateMinor, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const order = useDeskOrder({ key, counts: kinds.map(({ id }) => countName(id)), result: answer?.result })
  return (
    <DeskOrder order={order} title={i18n.t('Book for somebody')} when={when} back={back} mailHint={i18n.t('With it they get the mail with the link to move or cancel.')} verb={i18n.t('Book')}>
      <Section id="people" title={i18n.t('People')} aside={left !== null && <p className="soft fine">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left })}</p>}>
        <div className="stack fields">
          {kinds.map(({ id, label, priceMinor }) => (
            <TextField key={id} field={order.field(countName(id))} label={i18n.t('{kind}, {price}', { kind: label, price: formatMoney(i18n.locale, priceMinor, currency) })} inputMode="numeric" width="short" autoComplete="off" />
          ))}
          {privateMinor !== null && (
            <label className="choice">
              <input type="checkbox" name="private" value="yes" /> <span>{i18n.t('The whole date, {price}', { price: formatMoney(i18n.locale, privateMinor, currency) })}</span>
            </label>
          )}
        </div>
      </Section>
    </DeskOrder>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
