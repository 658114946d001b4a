import { data } from '@remix-run/node'
import { messageCookie } from './after-act.server'

/** What a refusal page needs: why, and what now. It is sent in the body of a thrown response and read by `RefusalPage`. */
export interface RefusalBody {
  readonly why: string
  readonly next?: { readonly href: string; readonly label: string }
}

/** Done: 303 to a clean page, which tells once what happened. */
export function seeOther(href: string, message?: { key: string; params?: Record<string, string> }, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: href })
  if (message) headers.append('Set-Cookie', messageCookie({ key: message.key, params: message.params ?? {} }))
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** 201: made, and told in the answer itself. Only for a secret that is shown once, and that neither an address nor a cookie may carry. */
export function created<T>(body: T) {
  return data(body, { status: 201 })
}

/** 422: the form again, with everything that was typed. */
export function invalid<T>(body: T) {
  return data(body, { status: 422 })
}

/** 409: refused, with what is free or possible instead. */
export function conflict<T>(body: T) {
  return data(body, { status: 409 })
}

/** 404, for what does not exist and for what is not yours. Throws. */
export function notFound(why: string, next?: RefusalBody['next']): never {
  throw data(refusalBody(why, next), { status: 404 })
}

/** 403 with a way out: who can. Throws. */
export function forbidden(why: string, next?: RefusalBody['next']): never {
  throw data(refusalBody(why, next), { status: 403 })
}

/** 409: what the request is about has changed meanwhile. Throws. */
export function overtaken(why: string, next?: RefusalBody['next']): never {
  throw data(refusalBody(why, next), { status: 409 })
}

/** 429: too often. Throws. */
export function tooMany(why: string, retryAfterMs: number): never {
  throw data(refusalBody(why), { status: 429, headers: { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) } })
}

function refusalBody(why: string, next?: RefusalBody['next']): RefusalBody {
  return next ? { why, next } : { why }
}
