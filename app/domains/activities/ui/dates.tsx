import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'
import type { ActivityPage } from '../activity-page.server'
import { activityAddress } from './hrefs'

/** The dates ahead, each with what is left; the one that is chosen is marked. */
export function Dates({ page }: { page: ActivityPage }) {
  const i18n = useI18n()
  const { dates, next, date: chosen, readerZone } = page
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
                <a href={`${activityAddress(page, { date: date.id })}#people`} aria-current={date.id === chosen?.id ? 'true' : undefined}>
                  <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} />
                </a>
                {date.title && <span dir="auto"> {date.title}</span>} <Left date={date} />
              </>
            ),
          }))}
        />
      )}
      {next && (
        <p>
          <a href={activityAddress(page, { after: String(next.startsAt), id: next.id })} rel="next">
            {i18n.t('Later dates')}
          </a>
        </p>
      )}
    </section>
  )
}

function Left({ date: { left, closed } }: { date: ActivityPage['dates'][number] }) {
  const i18n = useI18n()
  if (left === 0) return <Badge tone="bad">{i18n.t('Sold out')}</Badge>
  if (closed) return <Badge tone="done">{i18n.t('Too late to book')}</Badge>
  if (left === null || left > 8) return null
  return <Badge tone="wait">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left })}</Badge>
}
