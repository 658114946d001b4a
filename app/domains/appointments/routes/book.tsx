import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DetailsForm } from '~/core/bookings/index'
import { answerOrder, together } from '~/core/bookings/index.server'
import { paymentSettings } from '~/core/payments/index.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { bookStep, priceOrProblem, visitInMaking } from '../book-step.server'
import { shownVisit } from '../shown-visit.server'
import { BookingSteps } from '../ui/booking-steps'
import { CheckVisit } from '../ui/check-visit'
import { OtherTimes } from '../ui/other-times'
import { VisitCard } from '../ui/visit-card'
import { bookHref, stepHref } from '../ui/visit-hrefs'

export const handle = { step: 'who' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const step = bookStep(db, ctx, { slug: params.service ?? '', query, url })
  const { problem, priced, policy } = priceOrProblem(db, ctx, step)
  const shown = {
    title: ctx.i18n.t('Who is coming? {service} – {business}', { service: together(ctx.i18n, step.visit.parts.map(({ service }) => service.listing.title)), business: ctx.business.name }),
    visit: shownVisit(db, ctx, step.visit, step.start),
    questions: step.questions,
    problem,
    priced,
    policy,
    holdMinutes: paymentSettings(db, ctx.businessId).holdMinutes,
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
    known: ctx.account && { name: ctx.account.name, email: ctx.account.email },
  }
  return data(shown, { status: problem?.status ?? 200 })
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query, url }) => {
  const step = read((db) => bookStep(db, ctx, { slug: params.service ?? '', query, url }))
  return answerOrder(ctx, form, visitInMaking(ctx, step))
})

export default function Book() {
  const i18n = useI18n()
  const { visit, questions, problem, priced, policy, holdMinutes, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'elsewhere') return <OtherTimes visit={visit} problem={answer.problem} typed={answer.typed} />
  if (answer?.kind === 'check' && priced && policy) return <CheckVisit visit={visit} questions={questions} priced={priced} policy={policy} holdMinutes={holdMinutes} typed={answer.typed} />
  if (problem && !answer) return <OtherTimes visit={visit} problem={problem} typed={null} />
  return (
    <DetailsForm
      business={visit.business}
      steps={<BookingSteps visit={visit} at="who" />}
      aside={<VisitCard visit={visit} />}
      asideLabel={i18n.t('Your visit')}
      action={visit.start === null ? undefined : bookHref(visit, visit.start)}
      back={{ href: stepHref(visit, 'times'), label: i18n.t('Back to the times') }}
      questions={questions}
      formKey={key}
      known={known}
      result={answer?.kind === 'form' ? answer.result : undefined}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
