import type { I18n } from '@lingui/core'
import { formatTimeRange } from '~/kernel/format'
import { formatDuration } from '~/ui/when'
import type { ShownPart, ShownVisit } from '../shown-visit.server'

/** One service of several: when, how long, and with whom. "10:00–10:45, 45 min, with Duarte Reis" */
export function partDetail(i18n: I18n, { start, end, minutes, person, staffChoice }: ShownPart, { store, onePerson }: Pick<ShownVisit, 'store' | 'onePerson'>): string {
  const time = start === null || end === null ? null : formatTimeRange(i18n.locale, store.zone, start, end)
  return [time, formatDuration(i18n, minutes), withWhom()].filter((part) => part !== null).join(', ')

  function withWhom(): string | null {
    if (person) return i18n.t('with {person}', { person: person.name })
    if (staffChoice !== 'may' && staffChoice !== 'must') return null
    return onePerson ? i18n.t('with one person for everything') : i18n.t('with anyone who is free')
  }
}
