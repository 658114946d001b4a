import { BookingWay, together } from '~/core/bookings/index'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import type { ShownVisit } from '../shown-visit.server'
import { stepHref } from './visit-hrefs'

/** Where somebody is on the way to a visit, and the way back. */
export function BookingSteps({ visit, at, who }: { visit: ShownVisit; at: 'what' | 'when' | 'who' | 'check'; who?: string }) {
  const i18n = useI18n()
  const { service, store, start, parts, terms, priceMinor } = visit
  return (
    <BookingWay
      at={at}
      what={{ label: i18n.t('What'), note: together(i18n, parts.map(({ title }) => title)), href: parts.length > 1 ? stepHref(visit, 'also') : `/b/${visit.business.slug}/appointments/${service.slug}` }}
      when={{ label: i18n.t('When'), note: start === null ? undefined : formatDateTime(i18n.locale, store.zone, start, 'short'), href: stepHref(visit, 'times') }}
      who={who}
      pays={terms?.kind !== 'on-arrival' && (priceMinor ?? 0) > 0}
    />
  )
}
