import { priceWords } from '~/core/payments/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Card } from '~/ui/page'
import { formatDuration, When } from '~/ui/when'
import type { ShownVisit } from '../shown-visit.server'
import { partDetail } from './part-detail'
import { stepHref } from './visit-hrefs'

/** What has been chosen so far, beside every step. `adds`: there is more to choose for the same visit. */
export function VisitCard({ visit, adds = false }: { visit: ShownVisit; adds?: boolean }) {
  const i18n = useI18n()
  const { business, service, store, start, end, readerZone, parts } = visit
  const what: Fact[] = parts.length > 1
    ? [
        { term: i18n.t('What'), detail: i18n.t('{count, plural, one {# service} other {# services}}, {duration}', { count: parts.length, duration: formatDuration(i18n, visit.minutes) }), changeHref: stepHref(visit, 'also') },
        ...parts.map((part) => ({ term: part.title, detail: partDetail(i18n, part, visit) })),
      ]
    : [{ term: i18n.t('What'), detail: `${service.title}, ${formatDuration(i18n, service.minutes)}`, changeHref: `/b/${business.slug}` }]
  const withWhom: Fact[] = parts.length === 1 && (service.staffChoice === 'may' || service.staffChoice === 'must')
    ? [{ term: i18n.t('With'), detail: service.person ? <span dir="auto">{service.person.name}</span> : i18n.t('Anyone who is free') }]
    : []
  const facts: Fact[] = [
    ...what,
    start === null || end === null
      ? { term: i18n.t('When'), detail: <span className="soft">{i18n.t('Not chosen yet')}</span> }
      : { term: i18n.t('When'), detail: <When start={start} end={end} zone={store.zone} readerZone={readerZone} />, changeHref: stepHref(visit, 'times') },
    ...withWhom,
    { term: i18n.t('Where'), detail: <span dir="auto">{`${visit.manyStores ? store.name : business.name}, ${store.address}`}</span> },
    { term: i18n.t('Price'), detail: visit.priceMinor === null ? i18n.t('Ask for the price') : priceWords(i18n, formatMoney(i18n.locale, visit.priceMinor, business.currency), visit.terms) },
  ]
  return (
    <>
      <Card>
        <h2>{i18n.t('Your visit')}</h2>
        <Facts facts={facts} />
        {adds && (
          <p>
            <a href={stepHref(visit, 'also')}>{i18n.t('Add another service')}</a>
          </p>
        )}
      </Card>
      <p className="soft fine">{i18n.t('You can move it free of charge until it begins.')}</p>
    </>
  )
}
