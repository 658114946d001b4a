import type { I18n } from '@lingui/core'
import { DatesAhead } from '~/core/sessions/index'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import type { EventPage } from '../event-page.server'
import { eventAddress } from './event-hrefs'

/** The dates ahead of an event, each with the tickets left. */
export function Dates({ page }: { page: EventPage }) {
  const { dates, next, date, readerZone, cancelled } = page
  if (cancelled !== null) return null
  return <DatesAhead dates={dates} next={next} chosenId={date?.id} readerZone={readerZone} address={(query) => eventAddress(page, query)} goesOn="#tickets" left={(one) => <DateState date={one} />} />
}

function DateState({ date }: { date: EventPage['dates'][number] }) {
  const i18n = useI18n()
  switch (date.sale) {
    case 'sold-out':
      return <Badge tone="bad">{i18n.t('Sold out')}</Badge>
    case 'over':
      return <Badge tone="done">{i18n.t('No longer on sale')}</Badge>
    case 'not-yet':
      return <Badge tone="wait">{onSaleFrom(i18n, date.from ?? date.startsAt, date.zone)}</Badge>
    case 'on-sale':
      return date.few === null ? null : <Badge tone="wait">{i18n.t('{few, plural, one {# ticket left} other {# tickets left}}', { few: date.few })}</Badge>
  }
}

/** "On sale from Tue 3 Nov, 09:00" */
export function onSaleFrom(i18n: I18n, from: number, zone: string): string {
  return i18n.t('On sale from {when}', { when: formatDateTime(i18n.locale, zone, from) })
}
