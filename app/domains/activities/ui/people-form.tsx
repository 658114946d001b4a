import { joinPath } from '~/core/waiting-list/index'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { ActivityPage } from '../activity-page.server'
import { countName } from './hrefs'

/** Who comes on the date that is chosen. */
export function PeopleForm({ page }: { page: ActivityPage }) {
  const i18n = useI18n()
  const { date, business, slug, kinds, currency } = page
  const atFirst = peopleAtFirst(page)
  if (!date) return <PriceList page={page} />
  const isSoldOut = !date.cancelled && !date.closed && date.left === 0
  if (date.cancelled || date.closed || date.left === 0) {
    return (
      <Notice tone="wait">
        <p id="people">{date.cancelled ? i18n.t('This date is cancelled. Choose another one.') : date.left === 0 ? i18n.t('This date is sold out. Choose another one.') : i18n.t('It is too late to book this date. Choose another one.')}</p>
        {isSoldOut && (
          <p>
            <a href={joinPath(business.slug, date.id, [{ session: date.id, people: peopleAtFirst(page), private: false }])}>{i18n.t('Join the waiting list')}</a>
          </p>
        )}
      </Notice>
    )
  }
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{i18n.t('How many of you?')}</h2>
      <p className="statement">
        <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={page.readerZone} />
      </p>
      {date.left !== null && <p className="soft">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left: date.left })}</p>}
      {date.minPeople !== null && date.decideBy !== null && (
        <p className="soft">{i18n.t('It takes place if {count, plural, one {# place is} other {# places are}} booked by {when}. If not, you are told, and may get everything back.', { count: date.minPeople, when: formatDateTime(i18n.locale, date.zone, date.decideBy) })}</p>
      )}
      <form className="stack keep fields" id="who" method="get" action={`/b/${business.slug}/activities/${slug}/book`}>
        <input type="hidden" name="date" value={date.id} />
        {kinds.map(({ id, label, hint, priceMinor }) => (
          <div className="field" key={id}>
            <label htmlFor={countName(id)}>{i18n.t('{kind}, {price}', { kind: label, price: priceMinor === 0 ? i18n.t('free') : formatMoney(i18n.locale, priceMinor, currency) })}</label>
            {hint && <p className="hint">{hint}</p>}
            <input className="input short" id={countName(id)} name={countName(id)} type="number" inputMode="numeric" min={0} max={page.maxGroup} defaultValue={atFirst[id]} autoComplete="off" />
          </div>
        ))}
        {page.bulk && <p className="hint">{i18n.t('{percent} % less from {from} people on.', { percent: page.bulk.percent, from: page.bulk.from })}</p>}
        {page.privateMinor !== null && date.taken === 0 && date.capacity !== null && (
          <label className="choice">
            <input type="checkbox" name="private" value="yes" /> <span>{i18n.t('The whole date for us alone, {price}', { price: formatMoney(i18n.locale, page.privateMinor, currency) })}</span>
          </label>
        )}
        <Actions>
          <Button>{i18n.t('Go on')}</Button>
        </Actions>
      </form>
    </section>
  )
}

/** Who comes as far as is known: what the address says, else the fewest of the first kind that may book. */
function peopleAtFirst({ kinds, minGroup }: ActivityPage): Record<string, number> {
  const isSaid = kinds.some(({ wanted }) => wanted > 0)
  return Object.fromEntries(kinds.map(({ id, wanted }, at) => [id, isSaid || at > 0 ? wanted : Math.max(1, minGroup)]))
}

function PriceList({ page: { kinds, currency, dates } }: { page: ActivityPage }) {
  const i18n = useI18n()
  return (
    <section className="stack" aria-labelledby="people">
      <h2 id="people">{i18n.t('Price')}</h2>
      <ul>
        {kinds.map(({ id, label, hint, priceMinor }) => (
          <li key={id} dir="auto">
            {i18n.t('{kind}, {price}', { kind: label, price: priceMinor === 0 ? i18n.t('free') : formatMoney(i18n.locale, priceMinor, currency) })} {hint && <span className="hint">{hint}</span>}
          </li>
        ))}
      </ul>
      {dates.length > 0 && <p>{i18n.t('Choose a date to book.')}</p>}
    </section>
  )
}
