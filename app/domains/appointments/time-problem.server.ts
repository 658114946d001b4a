import { timeTrouble, type TimeProblem } from '~/core/bookings/index'
import { together, type ChoiceRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { AskedVisit } from './offered.server'
import { nearestVisits, nextVisit, openVisits, visitWindow } from './open-visits.server'

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

function sentence(ctx: BusinessCtx, visit: AskedVisit, why: WhyNot): string {
  const { i18n, business } = ctx
  switch (why.kind) {
    case 'not-a-time':
      return i18n.t('No visit begins at this time.')
    case 'choose-person':
      return i18n.t('Choose whom you would like to see.')
    case 'not-offered':
    case 'against-rule':
      return i18n.t('{business} does not offer {service} at this time.', { business: business.name, service: together(i18n, visit.parts.map(({ service }) => service.listing.title)) })
    default:
      return timeTrouble(ctx, { zone: visit.store.timeZone, ...visitWindow(ctx.now, visit) }, why.kind)
  }
}
