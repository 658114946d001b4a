import { together, type ChoiceRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDate, formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { AskedVisit } from './offered.server'
import { nearestVisits, nextVisit, openVisits, visitWindow } from './open-visits.server'

/** A time that cannot be had: why, and what can be had instead. */
export interface TimeProblem {
  /** 409 where somebody else was faster, 422 where it never was to be had. */
  readonly status: 409 | 422
  readonly why: string
  /** Starts that are free, the nearest first: three at most. */
  readonly alternatives: readonly number[]
}

export type WhyNot = ChoiceRefusal | { readonly kind: 'taken' } | { readonly kind: 'no-such-time' }

/** Says why a time is not to be had, with the free ones nearest to it: of the visit as a whole. */
export function timeProblem(db: Db, ctx: BusinessCtx, visit: AskedVisit, start: number | null, why: WhyNot): TimeProblem {
  return { status: why.kind === 'taken' ? 409 : 422, why: sentence(ctx, visit, why), alternatives: nearest(db, ctx, visit, start) }
}

/** Whether a time that fits the rules is still free, for every service of the visit. */
export function isFree(db: Db, ctx: BusinessCtx, visit: AskedVisit, start: number): boolean {
  const date = localDateOf(start, visit.store.timeZone)
  return openVisits(db, ctx, visit, date, date).some((open) => open.start === start)
}

// Of a time long gone or far ahead, the nearest are those at the edge of what may be booked.
function nearest(db: Db, ctx: BusinessCtx, visit: AskedVisit, start: number | null): number[] {
  const { earliest, latest } = visitWindow(ctx.now, visit)
  const wanted = start === null ? earliest : Math.min(Math.max(start, earliest), latest)
  const found = nearestVisits(db, ctx, visit, wanted)
  const first = found.length > 0 ? null : nextVisit(db, ctx, visit, localDateOf(earliest, visit.store.timeZone))
  return (first ? [first] : found).map((open) => open.start)
}

function sentence({ i18n, business, now }: BusinessCtx, visit: AskedVisit, why: WhyNot): string {
  const zone = visit.store.timeZone
  const { earliest, latest } = visitWindow(now, visit)
  switch (why.kind) {
    case 'taken':
      return i18n.t('Somebody else has just taken this time.')
    case 'past':
      return i18n.t('This time is in the past.')
    case 'no-such-time':
      return i18n.t('There is no such time on the calendar.')
    case 'not-a-time':
      return i18n.t('No visit begins at this time.')
    case 'too-soon':
      return i18n.t('This is too soon for {business}: the earliest time to book is {earliest}.', { business: business.name, earliest: formatDateTime(i18n.locale, zone, earliest) })
    case 'too-far':
      return i18n.t('This is too far ahead: times can be booked until {last}.', { last: formatDate(i18n.locale, zone, latest - 1) })
    case 'choose-person':
      return i18n.t('Choose whom you would like to see.')
    case 'not-offered':
    case 'against-rule':
      return i18n.t('{business} does not offer {service} at this time.', { business: business.name, service: together(i18n, visit.parts.map(({ service }) => service.listing.title)) })
    default:
      return never(why)
  }
}
