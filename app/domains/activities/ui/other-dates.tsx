import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { MovePage } from '../move-page.server'

/** The dates that a booking may move to, as one form. */
export function OtherDates({ page, action, back, refused }: { page: MovePage; action: string; back: string; refused: string | undefined }) {
  const i18n = useI18n()
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
      {!page.stands ? (
        <p>{i18n.t('This booking no longer stands, so it cannot be moved.')}</p>
      ) : page.dates.length === 0 ? (
        <p>{i18n.t('No other date has room for all of you at the moment.')}</p>
      ) : (
        <form id="move" method="post" action={action} className="stack fields">
          <fieldset className="field">
            <legend>{i18n.t('Choose another date')}</legend>
            {page.dates.map(({ id, startsAt, endsAt, zone, left, priceMinor }) => (
              <label className="choice" key={id}>
                <input type="radio" name="date" value={id} required />{' '}
                <span>
                  <When start={startsAt} end={endsAt} zone={zone} readerZone={page.readerZone} />
                </span>{' '}
                {priceMinor !== null && <span className="hint">{formatMoney(i18n.locale, priceMinor, page.currency)}</span>}{' '}
                {left !== null && <span className="hint">{i18n.t('{left, plural, one {# place left} other {# places left}}', { left })}</span>}
              </label>
            ))}
          </fieldset>
          {page.asks && <p className="hint">{i18n.t('The business says yes first. Until then your present date is kept.')}</p>}
          <Actions>
            <Button icon="move">{page.asks ? i18n.t('Ask for this date') : i18n.t('Move to this date')}</Button>
            <Button variant="plain" href={back}>
              {i18n.t('Back')}
            </Button>
          </Actions>
        </form>
      )}
    </div>
  )
}
