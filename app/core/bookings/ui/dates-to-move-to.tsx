import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { DatesToMoveTo } from '../dates-to-move-to.server'

interface DatesProps {
  readonly page: DatesToMoveTo
  readonly action: string
  readonly back: string
  /** Leads to the dates after these. */
  readonly more: string | null
  readonly refused: string | undefined
}

/** The dates that a booking may move to, as one form: with what each takes and what it does to the price. */
export function DatesToMoveTo({ page, action, back, more, refused }: DatesProps) {
  const i18n = useI18n()
  const fitting = page.dates.filter(({ fits }) => fits)
  const full = page.dates.filter(({ fits }) => !fits)
  return (
    <div className="stack loose">
      <p>
        {i18n.t('It is on')} <When start={page.startsAt} end={page.endsAt} zone={page.zone} readerZone={page.readerZone} />
      </p>
      {refused && (
        <Notice tone="bad" announce>
          <p>
            <strong>{refused}</strong> {i18n.t('Nothing has changed: the booking is where it was.')}
          </p>
        </Notice>
      )}
      {page.stands && page.isFree && (
        <Notice tone="good">
          <p>{i18n.t('{business} moved this date, so any other one is free of charge: the price stays as it is.', { business: page.business })}</p>
        </Notice>
      )}
      {!page.stands ? (
        <p>{i18n.t('This booking no longer stands, so it cannot be moved.')}</p>
      ) : fitting.length === 0 ? (
        <p>{i18n.t('No other date has room for all of you at the moment.')}</p>
      ) : (
        <DateForm dates={fitting} page={page} action={action} back={back} />
      )}
      <FullDates dates={full} readerZone={page.readerZone} />
      {more && (
        <p>
          <a href={more} rel="next">
            {i18n.t('Later dates')}
          </a>
        </p>
      )}
    </div>
  )
}

type Dates = DatesToMoveTo['dates']

function DateForm({ dates, page, action, back }: { dates: Dates; page: DatesToMoveTo; action: string; back: string }) {
  const i18n = useI18n()
  const asks = dates.some((date) => date.asks)
  return (
    <form id="move" method="post" action={action} className="stack fields">
      <fieldset className="field">
        <legend>{i18n.t('Choose another date')}</legend>
        {dates.map(({ id, title, startsAt, endsAt, zone, left, afterMinor, moreMinor }) => (
          <label className="choice" key={id}>
            <input type="radio" name="date" value={id} required />{' '}
            <span>
              <When start={startsAt} end={endsAt} zone={zone} readerZone={page.readerZone} />
              {title && <span dir="auto"> {title}</span>}
            </span>{' '}
            {moreMinor !== 0 && (
              <span className="hint">
                {moreMinor > 0
                  ? i18n.t('{amount} more', { amount: formatMoney(i18n.locale, moreMinor, page.currency) })
                  : i18n.t('{amount} less', { amount: formatMoney(i18n.locale, -moreMinor, page.currency) })}
              </span>
            )}{' '}
            {left !== null && <span className="hint">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left })}</span>}
            <input type="hidden" name={`shown-${id}`} value={afterMinor} />
          </label>
        ))}
      </fieldset>
      {asks && <p className="hint">{i18n.t('The business says yes first. Until then your present date is kept.')}</p>}
      <Actions>
        <Button icon="move">{asks ? i18n.t('Ask for this date') : i18n.t('Move to this date')}</Button>
        <Button variant="plain" href={back}>
          {i18n.t('Back')}
        </Button>
      </Actions>
    </form>
  )
}

function FullDates({ dates, readerZone }: { dates: Dates; readerZone: string | null }) {
  const i18n = useI18n()
  if (dates.length === 0) return null
  return (
    <section className="stack tight" aria-labelledby="full">
      <h2 id="full">{i18n.t('Without room for all of you')}</h2>
      <ul>
        {dates.map(({ id, startsAt, endsAt, zone, left }) => (
          <li key={id}>
            <When start={startsAt} end={endsAt} zone={zone} readerZone={readerZone} /> <span className="soft">{i18n.t('{left, plural, =0 {sold out} one {only # place left} other {only # places left}}', { left: left ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
