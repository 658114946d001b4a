import { formatMoney } from '~/kernel/format'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PriceLines } from '~/ui/price-lines'
import { When } from '~/ui/when'
import type { MovePage } from '../move-page.server'
import { MovedParts } from './moved-parts'

/** The new time and what moving there means, with the button that does it. */
export function AskToMove({ page, start }: { page: MovePage; start: number }) {
  const i18n = useI18n()
  const query = new URLSearchParams(page.keep)
  const last = page.parts.at(-1)
  const end = last ? start + last.afterMs + last.lengthMs : start
  const href = query.size > 0 ? `${page.path}?${query}` : page.path
  return (
    <>
      <Notice tone={page.asks ? 'wait' : 'plain'} icon="move">
        <p className="statement">
          <When start={start} end={end} zone={page.zone} readerZone={page.readerZone} />
        </p>
        <MovedParts parts={page.parts} start={start} zone={page.zone} />
        {page.price && page.becomes !== null && <p>{i18n.t('It becomes: {service}.', { service: page.parts.map(({ title }) => title).join(', ') })}</p>}
        <p>
          {page.price?.payFirst ? i18n.t('The new time is kept for you for {minutes, plural, one {# minute} other {# minutes}} while you pay. Until then your visit stays as it is.', { minutes: page.holdMinutes }) : page.asks
            ? i18n.t('{business} has to agree first. Until then your visit stays where it is, and the new time is kept for you.', { business: page.business })
            : page.price
              ? i18n.t('Your old time becomes free for others at once.')
              : i18n.t('Your old time becomes free for others at once. Moving costs nothing.')}
        </p>
      </Notice>
      {page.price && <ChangedPrice price={page.price} />}
      <form method="post" action={href} id={`move-${start}`}>
        <input type="hidden" name="item" value={page.itemId} />
        {page.becomes !== null && <input type="hidden" name="service" value={page.becomes} />}
        <input type="hidden" name="start" value={formatInstant(start)} />
        <Actions>
          <Button icon={page.price?.payFirst ? 'lock' : 'move'}>{label()}</Button>
          <Button href={href} variant="quiet">
            {i18n.t('Choose another time')}
          </Button>
        </Actions>
      </form>
    </>
  )

  function label(): string {
    const first = page.price?.payFirst
    if (first && page.price) return i18n.t('Pay {amount} and change', { amount: formatMoney(i18n.locale, first.missingMinor, page.price.currency) })
    if (page.asks) return i18n.t('Ask for this time')
    return page.becomes === null ? i18n.t('Move my visit') : i18n.t('Change my visit')
  }
}

/** What it cost, what it will cost, and what of that is paid when, before anybody changes anything. */
function ChangedPrice({ price }: { price: NonNullable<MovePage['price']> }) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, price.currency)
  const firstMinor = price.payFirst?.missingMinor ?? 0
  return (
    <PriceLines
      caption={<h2>{i18n.t('What it comes to')}</h2>}
      lines={[{ label: i18n.t('Price so far'), amount: money(price.beforeMinor) }]}
      totals={[
        { label: i18n.t('New price'), amount: money(price.afterMinor), weight: 'total' },
        ...(firstMinor > 0 ? [{ label: i18n.t('To pay now'), amount: money(firstMinor), weight: 'now' as const }] : []),
        ...(price.dueMinor - firstMinor > 0 ? [{ label: i18n.t('To pay on arrival'), amount: money(price.dueMinor - firstMinor) }] : []),
        ...(price.refundMinor > 0 ? [{ label: i18n.t('Comes back'), amount: money(price.refundMinor), weight: 'now' as const }] : []),
      ]}
    />
  )
}
