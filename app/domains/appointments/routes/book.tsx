import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DetailsForm, pageInTurn } from '~/core/bookings/index'
import { answerOrder, beginForm, together } from '~/core/bookings/index.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
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
    ...beginForm(db, ctx),
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
  const page = pageInTurn(answer, problem)
  if (page.kind === 'elsewhere') return <OtherTimes visit={visit} problem={page.problem} typed={page.typed} />
  if (page.kind === 'check' && priced && policy) return <CheckVisit visit={visit} questions={questions} priced={priced} policy={policy} holdMinutes={holdMinutes} typed={page.typed} />
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
      result={page.kind === 'form' ? page.result : undefined}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
