import type { Ctx } from '~/kernel/ctx'
import { knownTrades } from '../businesses/index.server'

/** The words of the trades by domain, for tags and filters. */
export function tradeNames(ctx: Ctx): Readonly<Record<string, string>> {
  return Object.fromEntries(knownTrades().map(({ domain, label }) => [domain, label(ctx.i18n)]))
}
