import { hour, minute } from '~/kernel/time'

/** Nearer to the start than this nobody is asked any more: they could not come. */
export const lastOfferMs = 30 * minute

/** Until when an offer stands: so many hours, and near the start half of the time that is left. Null where it is too late to offer anything. All in UTC milliseconds. */
export function offerUntil(now: number, startsAt: number, offerHours: number): number | null {
  const left = startsAt - now
  return left < lastOfferMs ? null : now + Math.min(offerHours * hour, Math.floor(left / 2))
}
