import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherChoices } from '~/core/bookings/index'
import { answerOrder } from '~/core/bookings/index.server'
import { paymentSettings } from '~/core/payments/index.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { orderInMaking, orderStep, priceOrProblem } from '../order-step.server'
import { shownOrder } from '../shown-order.server'
import { eventAddress, orderAddress } from '../ui/event-hrefs'
import { OrderCard, orderFacts, OrderSteps } from '../ui/order-card'

export const handle = { step: 'who' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const step = orderStep(db, ctx, { slug: params.event ?? '', query, url })
  const { problem, priced, prices, policy } = priceOrProblem(db, ctx, step)
  const shown = {
    title: ctx.i18n.t('Who is coming? {service} – {business}', { service: step.event.listing.title, business: ctx.business.name }),
    order: shownOrder(ctx, step),
    questions: step.questions,
    problem,
    priced,
    prices,
    policy,
    holdMinutes: paymentSettings(db, ctx.businessId).holdMinutes,
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
    known: ctx.account && { name: ctx.account.name, email: ctx.account.email },
  }
  return data(shown, { status: problem?.status ?? 200 })
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query, url }) => {
  const step = read((db) => orderStep(db, ctx, { slug: params.event ?? '', query, url }))
  return answerOrder(ctx, form, orderInMaking(ctx, step))
})

export default function Book() {
  const i18n = useI18n()
  const { order, questions, problem, priced, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { business, date, wanted } = order
  const back = { href: `${eventAddress(order, { date: date.id })}#tickets`, label: i18n.t('Back to the tickets') }
  const stopped = answer?.kind === 'elsewhere' ? answer.problem : answer ? null : problem
  if (stopped) {
    return (
      <OtherChoices
        business={business}
        steps={<OrderSteps order={order} priced={priced} at="what" />}
        title={stopped.status === 409 ? i18n.t('That has just changed') : i18n.t('This cannot be ordered so')}
        why={stopped.why}
        nearest={i18n.t('What you can have instead')}
        alternatives={stopped.alternatives}
        none={i18n.t('Look at what else there is.')}
        more={{ href: back.href, label: i18n.t('See all tickets') }}
        typed={answer?.kind === 'elsewhere' ? answer.typed : null}
      />
    )
  }
  if (answer?.kind === 'check') return <Check typed={answer.typed} />
  return (
    <DetailsForm
      business={business}
      steps={<OrderSteps order={order} priced={priced} at="who" />}
      aside={<OrderCard order={order} priced={priced} back={back.href} />}
      asideLabel={i18n.t('Your tickets')}
      action={orderAddress(order, date.id, wanted)}
      back={back}
      questions={questions}
      attendees={order.labels}
      formKey={key}
      known={known}
      result={answer?.kind === 'form' ? answer.result : undefined}
    />
  )
}

function Check({ typed }: { typed: Readonly<Record<string, string>> }) {
  const i18n = useI18n()
  const { order, questions, priced, prices, policy, holdMinutes } = useLoaderData<typeof loader>()
  if (!priced || !policy) return null
  return (
    <CheckPage
      business={order.business}
      steps={<OrderSteps order={order} priced={priced} at="check" who={typed.name} />}
      facts={orderFacts(i18n, order)}
      words={{
        book: i18n.t('Book these tickets'),
        ask: i18n.t('Ask for these tickets'),
        afterPaying: i18n.t('Once you have paid, the tickets are yours, and we send you a mail with them.'),
        afterBooking: i18n.t('The tickets are yours at once, and we send you a mail with them.'),
      }}
      questions={questions}
      attendees={order.labels}
      approval={order.approval}
      priced={priced}
      zone={order.date.zone}
      holdMinutes={holdMinutes}
      policy={policy}
      action={orderAddress(order, order.date.id, order.wanted, prices)}
      typed={typed}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
