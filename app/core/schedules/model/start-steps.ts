import { edgeNames } from './week-form'

/** The three steps in which a business signs up. Each is a URL; nothing is stored before the last. */
export const startSteps = ['name', 'trades', 'place'] as const
export type StartStep = (typeof startSteps)[number]

/** The URL of a step. */
export const startPaths: Readonly<Record<StartStep, string>> = { name: '/start', trades: '/start/trades', place: '/start/place' }

/** The names of a step's fields: what the page shows; everything else is carried on in hidden fields. */
export const startFields: Readonly<Record<StartStep, readonly string[]>> = {
  name: ['name', 'code'],
  trades: ['domains', 'currency', 'taxName', 'taxRate', 'taxIncluded'],
  place: ['line1', 'line2', 'postalCode', 'city', 'country', 'timeZone', ...edgeNames()],
}

export function isStartStep(text: unknown): text is StartStep {
  return startSteps.some((step) => step === text)
}

/** The steps before this one and itself: what has to be right before the next is shown. */
export function stepsThrough(step: StartStep): readonly StartStep[] {
  return startSteps.slice(0, startSteps.indexOf(step) + 1)
}

/** Whether a post from one step to another goes on; else it goes back, and is not judged. */
export function goesOn(from: StartStep, to: StartStep): boolean {
  return startSteps.indexOf(to) > startSteps.indexOf(from)
}
