import type { SubmissionResult } from '@conform-to/react'
import { knownTrades, zoneChoices, countryChoices, currencyChoices } from '~/core/businesses/index.server'
import type { Ctx } from '~/kernel/ctx'
import { never } from '~/kernel/result'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { isLanguage, languages } from '~/platform/words/i18n'
import { startNameForm, startPlaceForm, startTradesForm } from './forms'
import { goesOn, isStartStep, startFields, startSteps, stepsThrough, type StartStep } from './model/start-steps'
import { weekValues } from './model/week-form'
import { openBusiness } from './open-business.server'

/** What the page shows after a post: which step, everything typed so far, and what is wrong with it. */
export interface StartAnswer {
  readonly step: StartStep
  readonly values: Readonly<Record<string, string | string[]>>
  readonly result: SubmissionResult | null
}

/** What each step of the sign-up offers to choose from. */
export function startChoices({ i18n, zone }: Ctx) {
  return {
    title: i18n.t('Open your business here'),
    zone,
    trades: knownTrades().map(({ domain, label, about }) => ({ value: domain, label: label(i18n), hint: about(i18n) })),
    currencies: currencyChoices(i18n),
    countries: countryChoices(i18n),
    zones: zoneChoices(),
  }
}

/**
 * Answers a post to a step's URL: it shows that step when all before it is right, else the first that is not (422); a post from a later
 * step goes back, unjudged. Only the last step's own post stores anything.
 */
export function answerStart(ctx: Ctx, ownerId: string, form: FormData, to: StartStep) {
  const from = form.get('from')
  const posted = isStartStep(from) ? from : 'name'
  const values = typedValues(form)
  const finishes = posted === 'place' && to === 'place'
  if (!finishes && !goesOn(posted, to)) return { step: to, values, result: null } satisfies StartAnswer
  for (const step of stepsThrough(posted)) {
    const read = readForm(form, formOf(ctx, step))
    if (!read.ok) return invalid<StartAnswer>({ step, values, result: read.again() })
  }
  if (finishes) return finish(ctx, ownerId, form)
  return { step: to, values: to === 'place' ? { ...firstWeek(values), ...values } : values, result: null } satisfies StartAnswer
}

function finish(ctx: Ctx, ownerId: string, form: FormData) {
  const [name, trades, place] = [readForm(form, startNameForm(ctx.i18n)), readForm(form, startTradesForm(ctx.i18n)), readForm(form, startPlaceForm(ctx.i18n))]
  if (!name.ok || !trades.ok || !place.ok) throw new Error('Every step was read before')
  const { hours, ...address } = place.value
  const { domains, currency, taxName, taxRate, taxIncluded } = trades.value
  const answer = openBusiness(ctx, {
    ownerId,
    ...name.value,
    currency,
    timeZone: address.timeZone,
    language: isLanguage(ctx.i18n.locale) ? ctx.i18n.locale : languages[0],
    domains,
    store: {
      ...address,
      name: name.value.name,
      region: null,
      phone: null,
      email: null,
      directions: null,
      taxName,
      taxRatePpm: taxRate,
      taxIncluded: taxIncluded === 'yes',
    },
    hours,
  })
  if (answer.ok) return seeOther(`/dashboard/${answer.value.business.slug}/overview`, { key: 'schedules.opened', params: { business: answer.value.business.slug } })
  const { refusal } = answer
  const values = typedValues(form)
  switch (refusal.kind) {
    case 'code-taken':
      return conflict<StartAnswer>({ step: 'name', values, result: name.again({ code: ctx.i18n.t('Another business has this code. {free} is free.', { free: refusal.free }) }) })
    case 'unknown-domain':
      return conflict<StartAnswer>({ step: 'trades', values, result: trades.again({ domains: ctx.i18n.t('Choose from the list') }) })
    default:
      return never(refusal)
  }
}

function formOf({ i18n }: Ctx, step: StartStep) {
  switch (step) {
    case 'name':
      return startNameForm(i18n)
    case 'trades':
      return startTradesForm(i18n)
    case 'place':
      return startPlaceForm(i18n)
    default:
      return never(step)
  }
}

/** Everything typed in any step, by field; what no step asks is left out. */
function typedValues(form: FormData): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of startSteps.flatMap((step) => startFields[step])) {
    const typed = form.getAll(name).filter((value): value is string => typeof value === 'string')
    if (name === 'domains') values[name] = typed
    else if (typed[0] !== undefined) values[name] = typed[0]
  }
  return values
}

// Somebody who comes to the week for the first time finds one that is often right.
function firstWeek(values: Readonly<Record<string, string | string[]>>): Record<string, string> {
  const been = Object.keys(values).some((name) => name.startsWith('day'))
  return been ? {} : weekValues([1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 540, to: 1080 })))
}
