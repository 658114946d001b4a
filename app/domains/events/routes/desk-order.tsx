import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { priceTag } from '~/core/listings/index'
import { leftWords } from '~/core/sessions/index'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import { HiddenField } from '~/ui/hidden-field'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextArea, TextField } from '~/ui/text-field'
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

export default function DeskOrder() {
  const i18n = useI18n()
  const { when, back, currency, tickets, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Record<string, string>>({
    id: 'order',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: { key, ...Object.fromEntries(tickets.map(({ id }) => [countName(id), '0'])) },
    constraint: { name: { required: true, maxLength: 200 } },
    defaultNoValidate: false,
  })
  const field = (name: string) => fieldOf(fields, name)
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={when} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Sell tickets')} />
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Section id="tickets" title={i18n.t('Tickets')}>
          <div className="stack fields">
            {tickets.map(({ id, title, left, priceMinor }) => (
              <TextField
                key={id}
                field={field(countName(id))}
                label={i18n.t('{ticket}, {price}', { ticket: title, price: priceTag(i18n, priceMinor, currency) })}
                hint={left === null ? undefined : i18n.t('{left} left', { left: leftWords(i18n, left) })}
                inputMode="numeric"
                width="short"
                autoComplete="off"
              />
            ))}
          </div>
        </Section>
        <Section id="who" title={i18n.t('The customer')}>
          <div className="stack fields">
            <TextField field={field('name')} label={i18n.t('Name')} autoComplete="off" enterKeyHint="next" />
            <TextField field={field('phone')} label={i18n.t('Telephone')} type="tel" autoComplete="off" enterKeyHint="next" />
            <TextField field={field('email')} label={i18n.t('E-mail')} hint={i18n.t('With it they get the tickets by mail.')} type="email" autoComplete="off" enterKeyHint="next" />
            <TextArea field={field('note')} label={i18n.t('What they say')} rows={3} />
            <HiddenField field={field('key')} />
          </div>
        </Section>
        <Actions>
          <Button icon="check">{i18n.t('Sell')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

// conform answers a field for whatever name it is asked for.
function fieldOf(fields: Readonly<Record<string, FormField>>, name: string): FormField {
  const field = fields[name]
  if (!field) throw new Error(`The form has no field ${name}`)
  return field
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
