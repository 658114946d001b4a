import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import type { AskedStay } from '../asked-stay'
import type { NearDates } from '../stay-offer.server'
import { GuestFields } from './guest-fields'

interface DeskDatesProps {
  readonly title: string
  readonly stay: { readonly id: string; readonly title: string; readonly room: { readonly most: number; readonly childAge: number }; readonly asked: AskedStay }
  /** Why the dates that were asked for are not to be had. */
  readonly refused: { readonly kind: string; readonly why?: string; readonly nearest?: readonly NearDates[] } | null
  readonly path: string
  readonly addressOf: (arrive: string | null, depart: string | null) => string
}

/** Dates and guests, at the desk. */
export function DeskDates({ title, stay, refused, path, addressOf }: DeskDatesProps) {
  const i18n = useI18n()
  return (
    <>
      <Breadcrumb href={path} label={i18n.t('Another property')} nav={i18n.t('Back')} />
      <div className="stack loose">
        <h1>{i18n.t('{title}: when?', { title })}</h1>
        <p className="lede" dir="auto">
          {stay.title}
        </p>
        {refused?.why && (
          <Notice tone="bad" announce>
            <p>
              <strong>{refused.why}</strong>
            </p>
            {refused.nearest && refused.nearest.length > 0 && (
              <Actions small>
                {refused.nearest.map(({ arrive, depart, label }) => (
                  <Button key={arrive} variant="quiet" href={addressOf(arrive, depart)}>
                    {label}
                  </Button>
                ))}
              </Actions>
            )}
          </Notice>
        )}
        <form className="filters keep" id="dates" method="get" action={path}>
          <input type="hidden" name="property" value={stay.id} />
          <div className="field">
            <label htmlFor="from">{i18n.t('Arrival')}</label>
            <input className="input" id="from" name="from" type="date" defaultValue={stay.asked.arrive ?? undefined} required />
          </div>
          <div className="field">
            <label htmlFor="to">{i18n.t('Departure')}</label>
            <input className="input" id="to" name="to" type="date" defaultValue={stay.asked.depart ?? undefined} required />
          </div>
          <GuestFields room={stay.room} guests={stay.asked.guests} />
          <Button>{i18n.t('Go on')}</Button>
        </form>
        <p className="hint">{i18n.t('At the desk you book whatever dates are free: notice, length and days of arrival bind guests only.')}</p>
      </div>
    </>
  )
}
