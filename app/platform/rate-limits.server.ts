import { isIPv6 } from 'node:net'
import { env } from './env.server'
import { rateLimits, type Figure, type RateLimitName } from './rate-limit-figures'

export type { RateLimitName } from './rate-limit-figures'

export type Limited = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number }

interface Act {
  readonly name: RateLimitName
  /** Who acts: a client's address (of IPv6 the network counts), a contact's e-mail, an account's id. Kept in memory only. */
  readonly key: string
  /** The instant of the act, in UTC milliseconds. */
  readonly now: number
}

let shared: ((act: Act) => Limited) | undefined

/** Counts an act against its limit, in the memory of this process; where it is one too many, says in how many ms the next may come. */
export function limit(act: Act): Limited {
  shared ??= createRateLimits({ factor: env().RATE_LIMIT_FACTOR, figures: { ...rateLimits, ...env().RATE_LIMITS } })
  return shared(act)
}

interface RateLimitOptions {
  readonly factor?: number
  readonly figures?: Readonly<Record<RateLimitName, Figure>>
  /** How many keys are remembered; beyond it the one that acted longest ago is forgotten. */
  readonly maxKeys?: number
}

/**
 * A counter of its own. The generic cell rate algorithm (ITU-T I.371), the leaky bucket kept as one instant per key: the one
 * at which the key would have nothing left to wait for. A refused act costs nothing.
 */
export function createRateLimits({ factor = 1, figures = rateLimits, maxKeys = 50_000 }: RateLimitOptions = {}): (act: Act) => Limited {
  const freeAt = new Map<string, number>()
  return ({ name, key, now }) => {
    const { acts, per } = figures[name]
    const most = Math.max(1, Math.floor(acts * factor))
    const each = per / most
    const id = `${name} ${network(key)}`
    const from = Math.max(freeAt.get(id) ?? now, now)
    const wait = from + each - per - now
    if (wait > 0) return { ok: false, retryAfterMs: Math.ceil(wait) }
    // Set anew at the end: the map's order is then that of the last acts.
    freeAt.delete(id)
    freeAt.set(id, from + each)
    if (freeAt.size > maxKeys) forgetOldest(freeAt)
    return { ok: true }
  }
}

function forgetOldest(freeAt: Map<string, number>): void {
  for (const id of freeAt.keys()) {
    freeAt.delete(id)
    return
  }
}

// Whoever has one IPv6 address has 2^64 of them: the /64 counts as one client.
function network(key: string): string {
  if (!isIPv6(key)) return key.toLowerCase()
  const [head = '', tail] = key.toLowerCase().replace(/%.*/, '').split('::')
  const groups = head === '' ? [] : head.split(':')
  if (tail !== undefined) {
    const after = tail === '' ? 0 : tail.split(':').length
    while (groups.length + after < 8) groups.push('0')
  }
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')
}
