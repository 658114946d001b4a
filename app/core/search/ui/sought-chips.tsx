import { formatDay, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Chips } from '~/ui/chips'
import type { Found } from '../find.server'
import { datesSought, searchHref, type Sought } from '../sought'

interface SoughtProps {
  readonly sought: Sought
  readonly trades: readonly { readonly domain: string; readonly label: string }[]
  readonly found: Pick<Found, 'category' | 'price'>
}

/** The trades as links, each with all else that is sought. */
export function TradeChips({ sought, trades }: Omit<SoughtProps, 'found'>) {
  const i18n = useI18n()
  const only = (domain: string) => ({ href: searchHref({ ...sought, domain, show: '' }), current: sought.domain === domain ? (true as const) : undefined })
  return <Chips label={i18n.t('Kind')} chips={[{ ...only(''), label: i18n.t('Everything') }, ...trades.map(({ domain, label }) => ({ ...only(domain), label, domain }))]} />
}

/** What narrows the search, each as a link that takes it away. */
export function SoughtChips({ sought, trades, found: { category, price } }: SoughtProps) {
  const i18n = useI18n()
  const trade = trades.find(({ domain }) => domain === sought.domain)
  const without = (label: string, change: Partial<Sought>) => ({ label: i18n.t('Remove “{filter}”', { filter: label }), icon: 'x' as const, href: searchHref({ ...sought, show: '', ...change }) })
  const dates = datesSought(sought)
  const date = (text: string) => formatDay(i18n.locale, text, 'date')
  const cost = (minor: number) => formatMoney(i18n.locale, minor, price?.currency ?? 'EUR')
  const fields = category?.filters.flatMap(({ key, title, value, from, to }) => {
    const asked = Object.fromEntries(Object.entries(sought.asked).filter(([name]) => !name.endsWith(`.${key}`)))
    const said = value || [from && `≥ ${from}`, to && `≤ ${to}`].filter(Boolean).join(', ')
    return said === '' ? [] : [without(`${title}: ${value === 'yes' ? i18n.t('Yes') : value === 'no' ? i18n.t('No') : said}`, { asked })]
  })
  const chips = [
    ...(sought.q ? [without(sought.q, { q: '' })] : []),
    ...(sought.place ? [without(sought.place, { place: '' })] : []),
    ...(dates ? [without(dates.from === dates.to ? date(dates.from) : `${date(dates.from)} – ${date(dates.to)}`, { from: '', to: '', people: '' })] : []),
    ...(sought.people ? [without(i18n.t('{people, plural, one {# person} other {# people}}', { people: Number(sought.people) }), { people: '' })] : []),
    ...(trade ? [without(trade.label, { domain: '' })] : []),
    ...(category ? [without(category.title, { category: '', asked: {} })] : []),
    ...(fields ?? []),
    ...(price?.from != null ? [without(i18n.t('from {price}', { price: cost(price.from) }), { min: '' })] : []),
    ...(price?.to != null ? [without(i18n.t('up to {price}', { price: cost(price.to) }), { max: '' })] : []),
  ]
  return chips.length === 0 ? null : <Chips label={i18n.t('What the search is narrowed to')} chips={chips} />
}
