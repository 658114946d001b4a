import { priceWords } from '~/core/payments/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { Card } from '~/ui/page'
import { formatDuration, When } from '~/ui/when'
import type { ShownVisit } from '../shown-visit.server'
import { stepHref } from './visit-hrefs'

/** What has been chosen so far, beside every step. */
export function VisitCard({ visit }: { visit: ShownVisit }) {
  const i18n = useI18n()
  const { business, service, store, person, start, end, readerZone } = visit
  const facts = [
    { term: i18n.t('What'), detail: `${service.title}, ${formatDuration(i18n, service.minutes)}`, changeHref: `/b/${business.slug}` },
    start === null || end === null
      ? { term: i18n.t('When'), detail: <span className="soft">{i18n.t('Not chosen yet')}</span> }
      : { term: i18n.t('When'), detail: <When start={start} end={end} zone={store.zone} readerZone={readerZone} />, changeHref: stepHref(visit, 'times') },
    ...(service.staffChoice === 'may' || service.staffChoice === 'must'
      ? [{ term: i18n.t('With'), detail: person ? <span dir="auto">{person.name}</span> : i18n.t('Anyone who is free') }]
      : []),
    { term: i18n.t('Where'), detail: <span dir="auto">{`${visit.manyStores ? store.name : business.name}, ${store.address}`}</span> },
    { term: i18n.t('Price'), detail: service.priceMinor === null ? i18n.t('Ask for the price') : priceWords(i18n, formatMoney(i18n.locale, service.priceMinor, business.currency), service.terms) },
  ]
  return (
    <>
      <Card>
        <h2>{i18n.t('Your visit')}</h2>
        <Facts facts={facts} />
      </Card>
      <p className="soft fine">{i18n.t('You can move it free of charge until it begins.')}</p>
    </>
  )
}
