import type { ChoiceRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDate, formatDateTime } from '~/kernel/format'
import { never } from '~/kernel/result'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { appointments } from './domain.server'
import { chosenAt, startOf, type Choice } from './choice'
import { nextFree, openSlots } from './open-slots.server'
import { bookableWindow } from './search.server'
import type { Wanted } from './offered.server'
import type { Service } from './queries.server'

/** A time that cannot be had: why, and what can be had instead. */
export interface TimeProblem {
  /** 409 where somebody else was faster, 422 where it never was to be had. */
  readonly status: 409 | 422
  readonly why: string
  /** Starts that are free, the nearest first: three at most. */
  readonly alternatives: readonly number[]
}

export type WhyNot = ChoiceRefusal | { readonly kind: 'taken' } | { readonly kind: 'no-such-time' }

/** Says why a time is not to be had, with the free ones nearest to it. */
export function timeProblem(db: Db, ctx: BusinessCtx, service: Service, wanted: Wanted, choice: Choice | null, why: WhyNot): TimeProblem {
  return { status: why.kind === 'taken' ? 409 : 422, why: sentence(ctx, service, wanted, why), alternatives: nearest(db, ctx, service, wanted, choice) }
}

/** The same for alternatives that a refused use case has found already. */
export function takenProblem(ctx: BusinessCtx, service: Service, wanted: Wanted, alternatives: readonly unknown[]): TimeProblem {
  const starts = alternatives.map((alternative) => startOf(alternative as Choice))
  return { status: 409, why: sentence(ctx, service, wanted, { kind: 'taken' }), alternatives: starts }
}

/** Whether a choice that fits the rules is still free. */
export function isFree(db: Db, ctx: BusinessCtx, service: Service, { store, staff }: Wanted, start: number): boolean {
  const date = localDateOf(start, store.timeZone)
  return openSlots(db, ctx, service, { store, staff, from: date, to: date }).some((slot) => slot.start === start)
}

// Of a time long gone or far ahead, the nearest are those at the edge of what may be booked.
function nearest(db: Db, ctx: BusinessCtx, service: Service, { store, staff }: Wanted, choice: Choice | null): number[] {
  const zone = store.timeZone
  const { earliest, latest } = bookableWindow(ctx.now, service, zone)
  const wanted = choice ? Math.min(Math.max(startOf(choice), earliest), latest) : earliest
  const near = chosenAt(wanted, choice?.staff ?? null, choice?.store ?? null)
  const found = appointments.alternatives(db, ctx, service.listing, near).map((other) => startOf(other as Choice))
  if (found.length > 0) return found
  const first = nextFree(db, ctx, service, { store, staff, from: localDateOf(earliest, zone) })
  return first ? [first.start] : []
}

function sentence({ i18n, business }: BusinessCtx, service: Service, { store }: Wanted, why: WhyNot): string {
  const zone = store.timeZone
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
      return i18n.t('This is too soon for {business}: the earliest time to book is {earliest}.', { business: business.name, earliest: formatDateTime(i18n.locale, zone, why.earliest) })
    case 'too-far':
      return i18n.t('This is too far ahead: times can be booked until {last}.', { last: formatDate(i18n.locale, zone, why.latest - 1) })
    case 'choose-person':
      return i18n.t('Choose whom you would like to see.')
    case 'not-offered':
      return i18n.t('{business} does not offer {service} at this time.', { business: business.name, service: service.listing.title })
    default:
      return never(why)
  }
}
