/** Stripe's error object, as its API answers it: https://docs.stripe.com/api/errors */
export interface StripeError {
  readonly type: 'api_error' | 'idempotency_error' | 'invalid_request_error'
  readonly message: string
  readonly code?: string
  readonly param?: string
}

/** An answer that is an error. `kept`: the endpoint had begun its work, so that the same key gets the same refusal again. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: StripeError,
    readonly kept = false,
  ) {
    super(error.message)
  }
}

/** Parameters that can never do; nothing is kept under their key. */
export function wrongParameter(param: string, message: string, code?: string): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, param, ...(code ? { code } : {}) })
}

/** What the state of things forbids. */
export function forbiddenNow(message: string, details: { code?: string; param?: string } = {}): Refusal {
  return new Refusal(400, { type: 'invalid_request_error', message, ...details }, true)
}

export function noSuch(thing: string, id: string, param: string): Refusal {
  return new Refusal(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${thing}: '${id}'`, param }, true)
}
