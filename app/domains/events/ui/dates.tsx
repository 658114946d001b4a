import type { I18n } from '@lingui/core'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'
import type { EventPage } from '../event-page.server'
import { eventAddress } from './event-hrefs'

/** The dates ahead of an event, each with what is left; the one that is chosen is marked. */
export function Dates({ page }: { page: EventPage }) {
  const i18n = useI18n()
  const { dates, next, date: chosen, readerZone, cancelled } = page
  if (cancelled !== null) return null
  return (
    <section className="stack" aria-labelledby="dates">
      <h2 id="dates">{i18n.t('Dates')}</h2>
      {dates.length === 0 ? (
        <p>{i18n.t('There is no date ahead at the moment.')}</p>
      ) : (
        <PlainList
          flush
          items={dates.map((date) => ({
            key: date.id,
            content: (
              <>
                <a href={`${eventAddress(page, { date: date.id })}#tickets`} aria-current={date.id === chosen?.id ? 'true' : undefined}>
                  <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} />
                </a>
                {date.title && <span dir="auto"> {date.title}</span>} <DateState date={date} />
              </>
            ),
          }))}
        />
      )}
      {next && (
        <p>
          <a href={eventAddress(page, { after: String(next.startsAt), id: next.id })} rel="next">
            {i18n.t('Later dates')}
          </a>
        </p>
      )}
    </section>
  )
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
