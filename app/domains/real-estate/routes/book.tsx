import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherChoices } from '~/core/bookings/index'
import { answerOrder, beginForm } from '~/core/bookings/index.server'
import { formatMoney } from '~/kernel/format'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { bookStep, offerOf, stayInMaking } from '../book-step.server'
import { shownProperty } from '../shown-property.server'
import type { PricedStay, RefusedStay } from '../stay-offer.server'
import { PriceTrace } from '../ui/price-trace'
import { stayHref } from '../ui/stay-hrefs'
import { StaySteps } from '../ui/stay-steps'
import { stayFacts, StaySummary } from '../ui/stay-summary'

export const handle = { step: 'who' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const step = bookStep(db, ctx, { slug: params.property ?? '', query, url })
  const offer = offerOf(db, ctx, step)
  const shown = {
    title: ctx.i18n.t('Who is coming? {service} – {business}', { service: step.property.listing.title, business: ctx.business.name }),
    property: shownProperty(ctx, step.property),
    asked: step.asked,
    questions: step.questions,
    offer,
    ...beginForm(db, ctx),
  }
  return data(shown, { status: offer.kind === 'refused' ? offer.status : 200 })
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query, url }) => {
  const step = read((db) => bookStep(db, ctx, { slug: params.property ?? '', query, url }))
  return answerOrder(ctx, form, stayInMaking(ctx, step))
})

export default function Book() {
  const i18n = useI18n()
  const { property, asked, offer, questions, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'elsewhere') return <OtherDates problem={answer.problem} typed={answer.typed} />
  if (offer.kind === 'refused') return <OtherDates problem={offer} typed={null} />
  if (answer?.kind === 'check') return <CheckStay offer={offer} typed={answer.typed} />
  return (
    <DetailsForm
      business={property.business}
      steps={<StaySteps property={property} asked={asked} at="who" pays={offer.priced.dueAtOnceMinor > 0} />}
      aside={<StaySummary property={property} offer={offer} />}
      asideLabel={i18n.t('Your stay')}
      action={stayHref(property, 'book', asked)}
      back={{ href: stayHref(property, 'dates', asked), label: i18n.t('Back to the dates') }}
      questions={questions}
      formKey={key}
      known={known}
      result={answer?.kind === 'form' ? answer.result : undefined}
    />
  )
}

function CheckStay({ offer, typed }: { offer: PricedStay; typed: Readonly<Record<string, string>> }) {
  const i18n = useI18n()
  const { property, asked, questions, holdMinutes } = useLoaderData<typeof loader>()
  const { priced, policy, rows } = offer
  return (
    <CheckPage
      business={property.business}
      approval={property.approval}
      steps={<StaySteps property={property} asked={asked} at="check" pays={priced.dueAtOnceMinor > 0} who={typed.name} />}
      facts={stayFacts(i18n, property, offer, false)}
      zone={property.zone}
      action={stayHref(property, 'book', asked)}
      words={{
        book: i18n.t('Book this stay'),
        ask: i18n.t('Ask for this stay'),
        afterPaying: i18n.t('Once you have paid, your stay is booked, and we send you a mail with a link to move or cancel it.'),
        afterBooking: i18n.t('Your stay is booked at once, and we send you a mail with a link to move or cancel it.'),
      }}
      questions={questions}
      priced={priced}
      aboutPrice={<PriceTrace rows={rows} total={formatMoney(i18n.locale, priced.totalMinor, priced.currency)} />}
      holdMinutes={holdMinutes}
      policy={policy}
      typed={typed}
    />
  )
}

function OtherDates({ problem, typed }: { problem: RefusedStay; typed: Readonly<Record<string, string>> | null }) {
  const i18n = useI18n()
  const { property, asked } = useLoaderData<typeof loader>()
  return (
    <OtherChoices
      business={property.business}
      steps={<StaySteps property={property} asked={{ ...asked, arrive: null, depart: null }} at="when" pays={false} />}
      title={problem.status === 409 ? i18n.t('Those nights have just gone') : i18n.t('Those dates cannot be booked')}
      why={problem.why}
      nearest={i18n.t('The nearest free dates')}
      alternatives={problem.nearest.map(({ arrive, depart, label }) => ({ href: stayHref(property, 'book', { arrive, depart, guests: asked.guests }), label }))}
      none={i18n.t('See which nights are free, and choose among them.')}
      more={{ href: stayHref(property, 'dates', { ...asked, arrive: null, depart: null }), label: i18n.t('See all dates') }}
      typed={typed}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
