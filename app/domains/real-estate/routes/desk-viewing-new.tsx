import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskDetailsForm, deskForm } from '~/core/bookings/index'
import { placeBooking } from '~/core/bookings/index.server'
import { deskTimes } from '~/core/schedules/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatInstant, localDateOf, minute, parseInstant } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { chosenViewing } from '../choice'
import { deskOrder } from '../desk-step.server'
import { deskViewing } from '../desk-viewing.server'
import { orderTrouble } from '../order-trouble.server'
import { DeskViewingCard, DeskViewingTimes } from '../ui/desk-viewing'
import { viewingProblem } from '../viewing-step.server'
import { viewingTimes } from '../viewing-times.server'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query, url }) => {
  const { property, agents, agentId, start, questions, enquiry } = deskViewing(db, ctx, query)
  const zone = property.store.timeZone
  const at = parseInstant(query.get('at') ?? '')
  const from = query.get('from') ?? (at === null ? null : localDateOf(at, zone))
  return {
    title: ctx.i18n.t('New viewing'),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/real-estate/new`,
    property: { id: property.listing.id, title: property.listing.title, zone, lengthMs: property.viewing.minutes * minute },
    agents: agents.map(({ id, name }) => ({ value: id, label: name })),
    agentId,
    start,
    questions,
    enquiry,
    times: start === null ? deskTimes(ctx, viewingTimes(db, ctx, property, { atDesk: true, agentId }), from) : null,
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, query }) => {
  const viewing = read((db) => deskViewing(db, ctx, query))
  const { property, agentId, start, questions } = viewing
  const none: readonly number[] = []
  const sent = readForm(form, deskForm(ctx.i18n, questions))
  if (!sent.ok) return invalid({ result: sent.again(), alternatives: none })
  if (start === null) return invalid({ result: sent.again({ '': ctx.i18n.t('Choose a time first.') }), alternatives: none })
  const placed = placeBooking(ctx, deskOrder(viewing, chosenViewing(start, agentId), sent.value))
  if (placed.ok) {
    const { reference } = placed.value
    return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}`, { key: 'bookings.placed-at-desk', params: { reference } })
  }
  const { refusal } = placed
  if (refusal.kind !== 'taken' && refusal.kind !== 'not-a-time' && refusal.kind !== 'past') {
    const { why, status } = orderTrouble(ctx, refusal)
    return data({ result: sent.again({ '': why }), alternatives: none }, { status })
  }
  const { why, status, alternatives } = read((db) => viewingProblem(db, ctx, property, start, refusal.kind, { atDesk: true, agentId }))
  return data({ result: sent.again({ '': why }), alternatives }, { status })
})

export default function NewViewing() {
  const i18n = useI18n()
  const { title, path, back, property, agents, agentId, start, questions, enquiry, times, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = { property: property.id, ...(enquiry && { enquiry: enquiry.id }) }
  const href = (more: Readonly<Record<string, string>> = {}) => `${path}?${new URLSearchParams({ ...kept, ...(agentId === null ? {} : { staff: agentId }), ...more })}`.replaceAll('%3A', ':')
  if (start === null) return <DeskViewingTimes property={property} agents={agents} agentId={agentId} times={times} path={path} kept={kept} back={back} hrefOf={href} />
  return (
    <DeskDetailsForm
      title={title}
      aside={<DeskViewingCard property={property} agents={agents} agentId={agentId} start={start} change={href()} />}
      asideLabel={i18n.t('The viewing')}
      action={href({ start: formatInstant(start) })}
      back={{ href: href(), label: i18n.t('Another time') }}
      questions={questions}
      formKey={key}
      known={enquiry}
      result={answer?.result}
      alternatives={(answer?.alternatives ?? []).map((other: number) => ({ href: href({ start: formatInstant(other) }), label: i18n.t('Book {time} instead', { time: formatDateTime(i18n.locale, property.zone, other, 'short') }) }))}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
