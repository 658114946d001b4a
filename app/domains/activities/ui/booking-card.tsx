import type { I18n } from '@lingui/core'
import { BookingWay, type CheckPageProps } from '~/core/bookings/index'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownBooking } from '../book-step.server'
import { activityAddress, choiceQuery } from './hrefs'

type Priced = Pick<CheckPageProps['priced'], 'currency' | 'totalMinor' | 'dueAtOnceMinor'>

/** What has been chosen so far, beside every step. */
export function BookingCard({ booking, priced, back }: { booking: ShownBooking; priced: Priced | null; back: string }) {
  const i18n = useI18n()
  const price: Fact[] = priced ? [{ term: i18n.t('Price'), detail: formatMoney(i18n.locale, priced.totalMinor, priced.currency) }] : []
  return (
    <Card>
      <h2>{i18n.t('Your booking')}</h2>
      <Facts facts={[...bookingFacts(i18n, booking, back), ...price]} />
    </Card>
  )
}

/** What, for whom, when and where. */
export function bookingFacts(i18n: I18n, { title, people, choice, date, where, readerZone }: ShownBooking, changeHref?: string): Fact[] {
  const who = people.map(({ label, count }) => i18n.t('{kind} × {count}', { kind: label, count })).join(', ')
  return [
    { term: i18n.t('What'), detail: <span dir="auto">{title}</span> },
    { term: i18n.t('People'), detail: <span dir="auto">{choice.private ? i18n.t('{people}, among themselves', { people: who }) : who}</span>, changeHref },
    { term: i18n.t('When'), detail: <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} /> },
    { term: i18n.t('Where'), detail: <span dir="auto">{where}</span> },
  ]
}

/** Where somebody is on the way to a booking, and the way back. */
export function BookingSteps({ booking, priced, at, who }: { booking: ShownBooking; priced: Priced | null; at: 'what' | 'who' | 'check'; who?: string }) {
  const i18n = useI18n()
  return (
    <BookingWay
      at={at}
      what={{ label: i18n.t('Date and people'), note: formatDateTime(i18n.locale, booking.date.zone, booking.date.startsAt, 'short'), href: `${activityAddress(booking, choiceQuery(booking.choice))}#people` }}
      who={who}
      pays={(priced?.dueAtOnceMinor ?? 0) > 0}
    />
  )
}
