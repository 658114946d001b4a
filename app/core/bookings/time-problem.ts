import type { BusinessCtx } from '~/kernel/ctx'
import { formatDate, formatDateTime } from '~/kernel/format'
import type { Problem } from './answer-order.server'

/** A time that cannot be had: why, and what can be had instead. */
export interface TimeProblem extends Problem {
  readonly why: string
  /** Starts that are free, the nearest first: three at most. */
  readonly alternatives: readonly number[]
}

interface BookableWindow {
  readonly zone: string
  readonly earliest: number
  readonly latest: number
}

/** Why a time is not to be had, where that is the same of whatever takes one. */
export function timeTrouble({ i18n, business }: BusinessCtx, { zone, earliest, latest }: BookableWindow, why: 'taken' | 'past' | 'no-such-time' | 'too-soon' | 'too-far'): string {
  switch (why) {
    case 'taken':
      return i18n.t('Somebody else has just taken this time.')
    case 'past':
      return i18n.t('This time is in the past.')
    case 'no-such-time':
      return i18n.t('There is no such time on the calendar.')
    case 'too-soon':
      return i18n.t('This is too soon for {business}: the earliest time to book is {earliest}.', { business: business.name, earliest: formatDateTime(i18n.locale, zone, earliest) })
    case 'too-far':
      return i18n.t('This is too far ahead: times can be booked until {last}.', { last: formatDate(i18n.locale, zone, latest - 1) })
  }
}
