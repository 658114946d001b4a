/** What a use case answers: its value, or a refusal that carries what the page needs to help. Throwing is for bugs. */
export type Result<T, R> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: R }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse<R>(refusal: R): { readonly ok: false; readonly refusal: R } {
  return { ok: false, refusal }
}

/** Makes a switch over a union exhaustive: the compiler complains here when a case is missing. */
export function never(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}
