import { SalePrice } from '~/core/bookings/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Card } from '~/ui/page'
import { DateField } from '~/ui/text-field'
import type { AskedStay } from '../asked-stay'
import type { ShownProperty } from '../shown-property.server'
import type { PricedStay, RefusedStay } from '../stay-offer.server'
import { GuestFields } from './guest-fields'
import { dateField, stayFormId } from './lacking-dates'
import { PriceTrace } from './price-trace'
import { cardId, stayHref } from './stay-hrefs'

interface StayCardProps {
  readonly property: ShownProperty
  readonly asked: AskedStay
  readonly offer: PricedStay | RefusedStay | null
  /** The page that the form leads back to. */
  readonly page: 'property' | 'dates'
}

/** Dates and guests, what they cost and why, and the way on. */
export function StayCard({ property, asked, offer, page }: StayCardProps) {
  const i18n = useI18n()
  return (
    <Card>
      <h2 id={cardId}>{i18n.t('Your stay')}</h2>
      <StayForm property={property} asked={asked} action={`${stayHref(property, page, { arrive: null, depart: null, guests: { adults: 2, children: 0 } })}#${cardId}`} />
      {offer?.kind === 'refused' && <Refused property={property} asked={asked} offer={offer} page={page} />}
      {offer?.kind === 'priced' && <Priced property={property} asked={asked} offer={offer} />}
    </Card>
  )
}

function StayForm({ property, asked, action }: { property: ShownProperty; asked: AskedStay; action: string }) {
  const i18n = useI18n()
  return (
    <form className="filters keep small" id={stayFormId} method="get" action={action}>
      <DateField field={dateField(i18n, asked, 'from')} label={i18n.t('Arrive')} autoComplete="off" />
      <DateField field={dateField(i18n, asked, 'to')} label={i18n.t('Leave')} autoComplete="off" />
      <GuestFields room={property.guests ?? { most: 1, childAge: 0 }} guests={asked.guests} />
      <Button variant="quiet">{i18n.t('Show the price')}</Button>
    </form>
  )
}

function Refused({ property, asked, offer, page }: StayCardProps & { offer: RefusedStay }) {
  const i18n = useI18n()
  return (
    <>
      <Notice tone="bad" announce>
        <p>
          <strong>{offer.why}</strong>
        </p>
      </Notice>
      {offer.nearest.length > 0 ? (
        <section className="stack tight" aria-labelledby="nearest">
          <h3 id="nearest">{i18n.t('The nearest free dates')}</h3>
          <ul className="plain-list flush" id="alternatives">
            {offer.nearest.map(({ arrive, depart, label }) => (
              <li key={arrive}>
                <a href={`${stayHref(property, page, { arrive, depart, guests: asked.guests })}#${cardId}`}>{label}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p>{i18n.t('Nothing is free near these dates.')}</p>
      )}
    </>
  )
}

function Priced({ property, asked, offer }: { property: ShownProperty; asked: AskedStay; offer: PricedStay }) {
  const i18n = useI18n()
  const { priced } = offer
  return (
    <>
      <SalePrice sale={priced} nowMinor={priced.dueAtOnceMinor} zone={property.zone} />
      <PriceTrace rows={offer.rows} total={formatMoney(i18n.locale, priced.totalMinor, priced.currency)} open />
      <Button wide href={stayHref(property, 'book', asked)}>
        {property.approval ? i18n.t('Request to book') : i18n.t('Book these dates')}
      </Button>
      <p className="soft fine">{[...(property.approval ? [i18n.t('{business} answers within a day.', { business: property.business.name })] : []), ...offer.policy].join(' ')}</p>
    </>
  )
}
