import { DatesAhead } from '~/core/sessions/index'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import type { ActivityPage } from '../activity-page.server'
import { activityAddress } from './hrefs'

/** The dates ahead of an activity, each with the places left. */
export function Dates({ page }: { page: ActivityPage }) {
  const { dates, next, date, readerZone } = page
  return <DatesAhead dates={dates} next={next} chosenId={date?.id} readerZone={readerZone} address={(query) => activityAddress(page, query)} goesOn="#people" left={(one) => <Left date={one} />} />
}

function Left({ date: { left, closed } }: { date: ActivityPage['dates'][number] }) {
  const i18n = useI18n()
  if (left === 0) return <Badge tone="bad">{i18n.t('Sold out')}</Badge>
  if (closed) return <Badge tone="done">{i18n.t('Too late to book')}</Badge>
  if (left === null || left > 8) return null
  return <Badge tone="wait">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left })}</Badge>
}
