import type { I18n } from '@lingui/core'
import { BookingWay, type CheckPageProps } from '~/core/bookings/index'
import { priceTag } from '~/core/listings/index'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownOrder } from '../shown-order.server'
import { eventAddress } from './event-hrefs'

type Priced = Pick<CheckPageProps['priced'], 'currency' | 'totalMinor' | 'dueAtOnceMinor'>

/** What has been chosen so far, beside every step. */
export function OrderCard({ order, priced, back }: { order: ShownOrder; priced: Priced | null; back: string }) {
  const i18n = useI18n()
  const price: Fact[] = priced ? [{ term: i18n.t('Price'), detail: priceTag(i18n, priced.totalMinor, priced.currency) }] : []
  return (
    <Card>
      <h2>{i18n.t('Your tickets')}</h2>
      <Facts facts={[...orderFacts(i18n, order, back), ...price]} />
    </Card>
  )
}

/** What, when and where. */
export function orderFacts(i18n: I18n, order: ShownOrder, changeHref?: string): Fact[] {
  const { title, date, where, readerZone } = order
  return [
    { term: i18n.t('What'), detail: <span dir="auto">{date.title ? `${title}, ${date.title}` : title}</span> },
    { term: i18n.t('Tickets'), detail: <span dir="auto">{ticketWords(i18n, order)}</span>, changeHref },
    { term: i18n.t('When'), detail: <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} /> },
    { term: i18n.t('Where'), detail: <span dir="auto">{where}</span> },
  ]
}

/** Where somebody is on the way to tickets, and the way back. */
export function OrderSteps({ order, priced, at, who }: { order: ShownOrder; priced: Priced | null; at: 'what' | 'who' | 'check'; who?: string }) {
  const i18n = useI18n()
  return (
    <BookingWay
      at={at}
      what={{ label: i18n.t('Tickets'), note: formatDateTime(i18n.locale, order.date.zone, order.date.startsAt, 'short'), href: `${eventAddress(order, { date: order.date.id })}#tickets` }}
      who={who}
      pays={(priced?.dueAtOnceMinor ?? 0) > 0}
    />
  )
}

/** "2 × VIP, 1 × Standing" */
function ticketWords(i18n: I18n, { wanted }: ShownOrder): string {
  const kinds = [...new Map(wanted.map((ticket) => [ticket.id, ticket.title]))]
  return kinds.map(([id, ticket]) => i18n.t('{count} × {ticket}', { count: wanted.filter((one) => one.id === id).length, ticket })).join(', ')
}
