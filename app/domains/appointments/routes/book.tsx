import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { managePath, payBooking, paymentAnswer, placeBooking, together } from '~/core/bookings/index.server'
import { paymentSettings } from '~/core/payments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isFromProgram } from '~/platform/honeypot'
import { limit } from '~/platform/rate-limits.server'
import { newToken } from '~/platform/signing.server'
import { bookStep, orderOf, priceOrProblem, refusedBooking, typedIn, type BookStep } from '../book-step.server'
import { bookForm } from '../forms'
import { shownVisit } from '../shown-visit.server'
import type { TimeProblem } from '../time-problem.server'
import { CheckVisit } from '../ui/check-visit'
import { DetailsForm } from '../ui/details-form'
import { OtherTimes } from '../ui/other-times'

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

export const action = guardedAction({ access: 'business' }, async ({ ctx, form, params, query, url }) => {
  const step = read((db) => bookStep(db, ctx, { slug: params.service ?? '', query, url }))
  const typed = typedIn(form, step.questions)
  const sent = readForm(form, bookForm(ctx.i18n, step.questions))
  if (form.has('change')) return data({ kind: 'form', result: sent.again() } as const)
  if (!sent.ok) return invalid({ kind: 'form', result: sent.again() } as const)
  const form422 = (errors: FormErrors, status = 422) => data({ kind: 'form', result: sent.again(errors) } as const, { status })
  if (isFromProgram(form)) return form422({ '': ctx.i18n.t('Something filled in a field that people do not see. Send the form once more from this page.') })
  if (step.choices === null || form.get('checked') !== 'yes') return checked(ctx, step, typed)

  const tooOften = heldBack(ctx, sent.value.email)
  if (tooOften) return form422({ '': tooOften }, 429)
  const placed = placeBooking(ctx, orderOf(step, step.choices, sent.value))
  if (placed.ok && placed.value.held) return paymentAnswer(await payBooking(ctx, placed.value.id), managePath(placed.value))
  if (placed.ok) return seeOther(managePath(placed.value), { key: 'bookings.placed' })
  const refused = read((db) => refusedBooking(db, ctx, step, placed.refusal))
  return refused.kind === 'time' ? otherTimes(refused.problem, typed) : form422(refused.errors, refused.status)
})

/** The check page: everything once more, nothing stored. */
function checked(ctx: BusinessCtx, step: BookStep, typed: Record<string, string>) {
  const { problem } = read((db) => priceOrProblem(db, ctx, step))
  return problem ? otherTimes(problem, typed) : data({ kind: 'check', typed, title: ctx.i18n.t('Check and book') } as const)
}

function otherTimes(problem: TimeProblem, typed: Record<string, string>) {
  return data({ kind: 'other-times', problem, typed } as const, { status: problem.status })
}

/** Per contact closely, per address only high above what an office full of people does. */
function heldBack(ctx: BusinessCtx, email: string): string | null {
  const byAddress = limit({ name: 'bookingPerAddress', key: ctx.clientAddress, now: ctx.now })
  const byContact = byAddress.ok ? limit({ name: 'bookingPerContact', key: `${ctx.businessId} ${email.toLowerCase()}`, now: ctx.now }) : byAddress
  if (byContact.ok) return null
  const minutes = Math.ceil(byContact.retryAfterMs / minute)
  return ctx.i18n.t('This was tried too often. Try again in {minutes, plural, one {# minute} other {# minutes}}.', { minutes })
}

export default function Book() {
  const { visit, questions, problem, priced, policy, holdMinutes, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  if (answer?.kind === 'other-times') return <OtherTimes visit={visit} problem={answer.problem} typed={answer.typed} />
  if (answer?.kind === 'check' && priced && policy) return <CheckVisit visit={visit} questions={questions} priced={priced} policy={policy} holdMinutes={holdMinutes} typed={answer.typed} />
  if (problem && !answer) return <OtherTimes visit={visit} problem={problem} typed={null} />
  return <DetailsForm visit={visit} questions={questions} formKey={key} known={known} result={answer?.kind === 'form' ? answer.result : undefined} />
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
