import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherStarts, type TimeProblem } from '~/core/bookings/index'
import { answerOrder, beginForm } from '~/core/bookings/index.server'
import { minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { shownProperty } from '../shown-property.server'
import { ViewingCard, viewingFacts, viewingHref, ViewingSteps } from '../ui/viewing-parts'
import { priceOrProblem, viewingInMaking, viewingStep } from '../viewing-step.server'

export const handle = { step: 'who' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const step = viewingStep(db, ctx, { slug: params.property ?? '', query, url })
  const { problem, priced } = priceOrProblem(db, ctx, step)
  const shown = {
    title: ctx.i18n.t('Who is coming? {service} – {business}', { service: step.property.listing.title, business: ctx.business.name }),
    property: shownProperty(ctx, step.property),
    time: step.start === null ? null : { start: step.start, end: step.start + step.property.viewing.minutes * minute },
    questions: step.questions,
    problem, priced,
    ...beginForm(db, ctx),
  }
  return data(shown, { status: problem?.status ?? 200 })
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query, url }) => {
  const step = read((db) => viewingStep(db, ctx, { slug: params.property ?? '', query, url }))
  return answerOrder(ctx, form, viewingInMaking(ctx, step))
})

export default function ViewingBook() {
  const i18n = useI18n()
  const { property, time, questions, problem, priced, key, known, holdMinutes } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'elsewhere') return <OtherTimes problem={answer.problem} typed={answer.typed} />
  if (time === null || priced === null) return <OtherTimes problem={problem ?? { status: 422, why: '', alternatives: [] }} typed={null} />
  const address = viewingHref(property, time.start)
  if (answer?.kind === 'check') {
    return (
      <CheckPage
        business={property.business}
        approval={property.approval}
        steps={<ViewingSteps property={property} start={time.start} at="check" who={answer.typed.name} />}
        facts={viewingFacts(i18n, property, time, false)}
        zone={property.zone}
        action={address}
        words={{
          book: i18n.t('Book the viewing'),
          ask: i18n.t('Ask for the viewing'),
          afterPaying: i18n.t('The viewing is booked at once, and we send you a mail with a link to move or cancel it.'),
          afterBooking: i18n.t('The viewing is booked at once, and we send you a mail with a link to move or cancel it.'),
        }}
        questions={questions}
        priced={priced}
        holdMinutes={holdMinutes}
        policy={[i18n.t('A viewing costs nothing, and nor does cancelling it.')]}
        typed={answer.typed}
      />
    )
  }
  return (
    <DetailsForm
      business={property.business}
      steps={<ViewingSteps property={property} start={time.start} at="who" />}
      aside={<ViewingCard property={property} time={time} />}
      asideLabel={i18n.t('Your viewing')}
      action={address}
      back={{ href: viewingHref(property, null), label: i18n.t('Back to the times') }}
      questions={questions}
      formKey={key}
      known={known}
      result={answer?.kind === 'form' ? answer.result : undefined}
    />
  )
}

function OtherTimes({ problem, typed }: { problem: TimeProblem; typed: Readonly<Record<string, string>> | null }) {
  const i18n = useI18n()
  const { property } = useLoaderData<typeof loader>()
  return (
    <OtherStarts
      business={property.business}
      steps={<ViewingSteps property={property} start={null} at="when" />}
      problem={problem}
      zone={property.zone}
      bookHref={(start) => viewingHref(property, start)}
      timesHref={viewingHref(property, null)}
      none={i18n.t('See at which times it is shown, and choose among them.')}
      typed={typed}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
