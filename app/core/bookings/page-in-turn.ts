import type { SubmissionResult } from '@conform-to/react'
import type { OrderAnswer } from './answer-order.server'

type Typed = Readonly<Record<string, string>>

/** The page that is shown next, with what it needs. */
export type PageInTurn<P> =
  | { readonly kind: 'elsewhere'; readonly problem: P; readonly typed: Typed | null }
  | { readonly kind: 'check'; readonly typed: Typed }
  | { readonly kind: 'form'; readonly result: SubmissionResult | undefined }

/** Which page of a booking it is: what the form was answered with, else what stands in the way of it, else the form. */
export function pageInTurn<P>(answer: OrderAnswer<P> | undefined, problem: P | null): PageInTurn<P> {
  if (answer) return answer
  return problem ? { kind: 'elsewhere', problem, typed: null } : { kind: 'form', result: undefined }
}
