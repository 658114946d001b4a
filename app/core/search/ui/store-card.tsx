import { formatDay, zonePlace } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { HoursList } from '~/ui/hours-list'
import { Icon } from '~/ui/icon'
import type { ShownStore } from '../business-page.server'

type Opening = ShownStore['opening']

/** Hours, address and telephone of a store. */
export function StoreCard({ store, named, fallbackPhone }: { store: ShownStore; named: boolean; fallbackPhone: string | null }) {
  const i18n = useI18n()
  const { opening } = store
  const phone = store.phone ?? fallbackPhone
  return (
    <>
      <section className="card">
        <HoursList
          caption={<h2>{named ? i18n.t('Hours at {store}', { store: store.name }) : i18n.t('Opening hours')}</h2>}
          days={opening.week.map(({ date, hours, today }) => ({ day: formatDay(i18n.locale, date, 'weekdayName'), hours, today }))}
          note={
            <>
              {i18n.t('{place} time.', { place: zonePlace(store.timeZone) })} <OtherDays opening={opening} />
            </>
          }
        />
      </section>
      <section className="stack" aria-labelledby={`find-${store.id}`}>
        <h2 id={`find-${store.id}`}>{named ? store.name : i18n.t('Find us')}</h2>
        <address className="stack tight">
          <p className="with-icon top">
            <Icon name="pin" />{' '}
            <span dir="auto">
              {[store.line1, store.line2].filter(Boolean).join(', ')}
              <br />
              {[store.postalCode, store.city].join(' ')}
            </span>
          </p>
          {phone && (
            <p className="with-icon">
              <Icon name="phone" /> <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
            </p>
          )}
        </address>
        {store.directions && (
          <p className="soft" dir="auto">
            {store.directions}
          </p>
        )}
      </section>
    </>
  )
}

export function OpenNow({ opening }: { opening: Opening }) {
  const i18n = useI18n()
  const { now } = opening
  return (
    <p className="with-icon">
      <Icon name="clock" />{' '}
      {now.kind === 'open'
        ? i18n.t('Open today until {time}', { time: now.until })
        : now.kind === 'opens'
          ? i18n.t('Opens today at {time}', { time: now.from })
          : i18n.t('Closed now')}
    </p>
  )
}

function OtherDays({ opening }: { opening: Opening }) {
  const i18n = useI18n()
  return (
    <>
      {opening.otherwise.map(({ date, hours }) => {
        const day = formatDay(i18n.locale, date)
        const sentence = hours.length === 0 ? i18n.t('Closed on {day}.', { day }) : i18n.t('On {day}: {hours}.', { day, hours: hours.join(', ') })
        return <span key={date}>{`${sentence} `}</span>
      })}
    </>
  )
}
