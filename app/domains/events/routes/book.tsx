import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherChoices, pageInTurn } from '~/core/bookings/index'
import { answerOrder, beginForm } from '~/core/bookings/index.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
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
    ...beginForm(db, ctx),
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
  const page = pageInTurn(answer, problem)
  if (page.kind === 'elsewhere') {
    return (
      <OtherChoices
        business={business}
        steps={<OrderSteps order={order} priced={priced} at="what" />}
        title={page.problem.status === 409 ? i18n.t('That has just changed') : i18n.t('This cannot be ordered so')}
        why={page.problem.why}
        nearest={i18n.t('What you can have instead')}
        alternatives={page.problem.alternatives}
        none={i18n.t('Look at what else there is.')}
        waitHref={page.problem.waitHref}
        more={{ href: back.href, label: i18n.t('See all tickets') }}
        typed={page.typed}
      />
    )
  }
  if (page.kind === 'check') return <Check typed={page.typed} />
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
      result={page.result}
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
