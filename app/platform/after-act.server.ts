import { cookieLine, cookieNames, cookieValue } from './cookies.server'
import { signParts, verifyParts } from './signing.server'

/** What happened, told once on the page after a redirect: a key into the modules' messages, and ids. */
export interface AfterAct {
  readonly key: string
  readonly params: Readonly<Record<string, string>>
}

const purpose = 'message'

/** The Set-Cookie line that carries a message over a redirect; it lives a minute at most. */
export function messageCookie(message: AfterAct): string {
  const pairs = Object.entries(message.params).flat()
  return cookieLine(cookieNames.message, signParts(purpose, [message.key, ...pairs]), { maxAge: 60 })
}

/** The Set-Cookie line with which the response that shows the message clears it. */
export function clearedMessageCookie(): string {
  return cookieLine(cookieNames.message, '', { maxAge: 0 })
}

/** The message in a request's cookies; null where there is none or somebody made it up. */
export function messageIn(cookies: string | null): AfterAct | null {
  const [key, ...pairs] = verifyParts(purpose, cookieValue(cookies, cookieNames.message) ?? '') ?? []
  if (key === undefined) return null
  const params: Record<string, string> = {}
  pairs.forEach((name, at) => {
    if (at % 2 === 0) params[name] = pairs[at + 1] ?? ''
  })
  return { key, params }
}
