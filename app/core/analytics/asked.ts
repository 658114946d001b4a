import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import { rangeIn, type AskedRange, type Range } from './range'

export interface Asked extends AskedRange {
  readonly domain: string
  readonly store: string
}

/** What the address of the page asks for, by the clock of the business. */
export function askedIn(ctx: BusinessCtx, query: URLSearchParams): Asked {
  const range = rangeIn(query, localDateOf(ctx.now, ctx.business.timeZone))
  return { ...range, domain: (query.get('domain') ?? '').slice(0, 40), store: (query.get('store') ?? '').slice(0, 40) }
}

/** The bookings that begin in a range, of the domain and store that are asked for. */
export function spanOf({ businessId, business }: BusinessCtx, { domain, store }: Asked, { from, to }: Range) {
  const zone = business.timeZone
  return { businessId, from: startOfDay(from, zone), to: startOfDay(addDays(to, 1), zone), storeId: store || null, domain: domain || null }
}
