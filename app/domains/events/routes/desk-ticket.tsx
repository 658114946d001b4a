import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { deskEvent, deskTicket, eventHead } from '../desk.server'
import { draftOf } from '../draft-of.server'
import { answerTicket, ticketValues } from '../ticket-editor.server'
import { quotasOf } from '../tickets.server'
import { TicketEditor } from '../ui/ticket-editor'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const ticket = deskTicket(db, ctx, event, params.ticket)
  return {
    title: `${ticket.title} – ${event.listing.title}`,
    ticket: ticket.title,
    ...eventHead(db, ctx, event),
    currency: ctx.business.currency,
    quotas: quotasOf(db, event.listing.id).map(({ id, name }) => ({ value: id, label: name })),
    values: ticketValues(ctx, draftOf(db, ctx, ticket)),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const answer = answerTicket(ctx, form, params.event ?? '', params.ticket ?? '')
  if ('again' in answer) return answer.wrong ? invalid({ result: answer.again }) : data({ result: answer.again })
  return seeOther(`/dashboard/${ctx.business.slug}/events/${params.event}#tickets`, { key: 'events.ticket-saved' })
})

export default function Ticket() {
  const i18n = useI18n()
  const { name, here, currency, quotas, values, ticket } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <TitleLine title={ticket} />
      <TicketEditor values={values} currency={currency} quotas={quotas} lastResult={answer?.result} back={here} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
