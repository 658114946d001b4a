import type { I18n } from '@lingui/core'
import { SalePrice } from '~/core/bookings/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownProperty } from '../shown-property.server'
import type { PricedStay } from '../stay-offer.server'
import { guestWords } from '../stay-words'
import { PriceTrace } from './price-trace'
import { stayHref } from './stay-hrefs'

/** What, when, who and where of a stay. `changes`: each leads to where it is chosen. */
export function stayFacts(i18n: I18n, property: ShownProperty, { choice, nights, startsAt, endsAt }: PricedStay, changes: boolean): Fact[] {
  const asked = { arrive: choice.arrive, depart: choice.depart, guests: choice.guests }
  const change = changes ? { changeHref: stayHref(property, 'dates', asked) } : {}
  return [
    { term: i18n.t('What'), detail: <span dir="auto">{i18n.t('{title}, {nights, plural, one {# night} other {# nights}}', { title: property.title, nights })}</span> },
    { term: i18n.t('When'), detail: <When start={startsAt} end={endsAt} zone={property.zone} readerZone={property.readerZone} />, ...change },
    { term: i18n.t('Guests'), detail: guestWords(i18n, choice.guests) },
    ...(property.address ? [{ term: i18n.t('Where'), detail: <span dir="auto">{property.address}</span> }] : []),
  ]
}

/** What has been chosen so far, beside the form of who comes. */
export function StaySummary({ property, offer }: { property: ShownProperty; offer: PricedStay }) {
  const i18n = useI18n()
  const { priced } = offer
  return (
    <Card>
      <h2>{i18n.t('Your stay')}</h2>
      <Facts facts={stayFacts(i18n, property, offer, true)} />
      <SalePrice sale={priced} nowMinor={priced.dueAtOnceMinor} zone={property.zone} />
      <PriceTrace rows={offer.rows} total={formatMoney(i18n.locale, priced.totalMinor, priced.currency)} />
    </Card>
  )
}
