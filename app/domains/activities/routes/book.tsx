import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherChoices, pageInTurn } from '~/core/bookings/index'
import { answerOrder, beginForm } from '~/core/bookings/index.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { bookingInMaking, bookStep, priceOrProblem, shownBooking } from '../book-step.server'
import { BookingCard, bookingFacts, BookingSteps } from '../ui/booking-card'
import { activityAddress, bookAddress, choiceQuery } from '../ui/hrefs'

export const handle = { step: 'who' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const step = bookStep(db, ctx, { slug: params.activity ?? '', query, url })
  const { problem, priced, policy } = priceOrProblem(db, ctx, step)
  const shown = {
    title: ctx.i18n.t('Who is coming? {service} – {business}', { service: step.activity.listing.title, business: ctx.business.name }),
    booking: shownBooking(ctx, step),
    questions: step.questions,
    problem,
    priced,
    policy,
    ...beginForm(db, ctx),
  }
  return data(shown, { status: problem?.status ?? 200 })
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query, url }) => {
  const step = read((db) => bookStep(db, ctx, { slug: params.activity ?? '', query, url }))
  return answerOrder(ctx, form, bookingInMaking(ctx, step))
})

export default function Book() {
  const i18n = useI18n()
  const { booking, questions, problem, priced, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { business, choice } = booking
  const back = { href: `${activityAddress(booking, choiceQuery(choice))}#people`, label: i18n.t('Back to the dates') }
  const page = pageInTurn(answer, problem)
  if (page.kind === 'elsewhere') {
    return (
      <OtherChoices
        business={business}
        steps={<BookingSteps booking={booking} priced={priced} at="what" />}
        title={page.problem.status === 409 ? i18n.t('That has just changed') : i18n.t('This cannot be booked so')}
        why={page.problem.why}
        nearest={i18n.t('What you can have instead')}
        alternatives={page.problem.alternatives}
        none={i18n.t('Look at the other dates.')}
        waitHref={page.problem.waitHref}
        more={{ href: back.href, label: i18n.t('See all dates') }}
        typed={page.typed}
      />
    )
  }
  if (page.kind === 'check') return <Check typed={page.typed} />
  return (
    <DetailsForm
      business={business}
      steps={<BookingSteps booking={booking} priced={priced} at="who" />}
      aside={<BookingCard booking={booking} priced={priced} back={back.href} />}
      asideLabel={i18n.t('Your booking')}
      action={bookAddress(booking, choice)}
      back={back}
      questions={questions}
      formKey={key}
      known={known}
      result={page.result}
    />
  )
}

function Check({ typed }: { typed: Readonly<Record<string, string>> }) {
  const i18n = useI18n()
  const { booking, questions, priced, policy, holdMinutes } = useLoaderData<typeof loader>()
  if (!priced || !policy) return null
  return (
    <CheckPage
      business={booking.business}
      steps={<BookingSteps booking={booking} priced={priced} at="check" who={typed.name} />}
      facts={bookingFacts(i18n, booking)}
      words={{
        book: i18n.t('Book these places'),
        ask: i18n.t('Ask for these places'),
        afterPaying: i18n.t('Once you have paid, the places are yours, and we send you a mail with a link to change or cancel.'),
        afterBooking: i18n.t('The places are yours at once, and we send you a mail with a link to change or cancel.'),
      }}
      questions={questions}
      approval={booking.approval}
      priced={priced}
      zone={booking.date.zone}
      holdMinutes={holdMinutes}
      policy={policy}
      action={bookAddress(booking, booking.choice)}
      typed={typed}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
