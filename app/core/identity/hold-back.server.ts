import type { Ctx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import { tooMany } from '~/platform/answers.server'
import { limit, type RateLimitName } from '~/platform/rate-limits.server'

/** Counts an act against its limits, one for each key; throws 429 with when to try again where it is one too many. */
export function holdBack(ctx: Ctx, name: RateLimitName, ...keys: readonly string[]): void {
  for (const key of keys) {
    const limited = limit({ name, key, now: ctx.now })
    if (limited.ok) continue
    const minutes = Math.ceil(limited.retryAfterMs / minute)
    tooMany(ctx.i18n.t('This was tried too often. Try again in {minutes, plural, one {# minute} other {# minutes}}.', { minutes }), limited.retryAfterMs)
  }
}
