import type { I18n } from '@lingui/core'
import { CheckPage, type CheckPageProps } from '~/core/bookings/index'
import { useI18n } from '~/platform/words/use-i18n'
import type { Fact } from '~/ui/facts'
import { formatDuration, When } from '~/ui/when'
import type { ShownVisit } from '../shown-visit.server'
import { BookingSteps } from './booking-steps'
import { partDetail } from './part-detail'
import { bookHref } from './visit-hrefs'

interface CheckVisitProps extends Pick<CheckPageProps, 'questions' | 'priced' | 'holdMinutes' | 'policy' | 'typed'> {
  readonly visit: ShownVisit
}

/** The visit once more before it is booked. */
export function CheckVisit({ visit, ...rest }: CheckVisitProps) {
  const i18n = useI18n()
  const { start, business, approval } = visit
  if (start === null) return null
  return (
    <CheckPage
      {...rest}
      business={business}
      approval={approval}
      steps={<BookingSteps visit={visit} at="check" who={rest.typed.name} />}
      facts={factsOf(i18n, visit)}
      zone={visit.store.zone}
      action={bookHref(visit, start)}
      words={{
        book: i18n.t('Book this visit'),
        ask: i18n.t('Ask for this visit'),
        afterPaying: i18n.t('Once you have paid, your visit is booked, and we send you a mail with a link to move or cancel it.'),
        afterBooking: i18n.t('Your visit is booked at once, and we send you a mail with a link to move or cancel it.'),
      }}
    />
  )
}

function factsOf(i18n: I18n, visit: ShownVisit): Fact[] {
  const { business, store, start, end, parts } = visit
  return [
    ...(parts.length > 1 ? parts.map((part) => ({ term: part.title, detail: partDetail(i18n, part, visit) })) : [{ term: i18n.t('What'), detail: <span dir="auto">{whatIn(i18n, visit)}</span> }]),
    { term: i18n.t('When'), detail: start !== null && end !== null && <When start={start} end={end} zone={store.zone} readerZone={visit.readerZone} /> },
    { term: i18n.t('Where'), detail: <span dir="auto">{`${visit.manyStores ? store.name : business.name}, ${store.address}`}</span> },
  ]
}

function whatIn(i18n: I18n, { service: { title, minutes, person } }: ShownVisit): string {
  const duration = formatDuration(i18n, minutes)
  return person ? i18n.t('{service}, {duration}, with {person}', { service: title, duration, person: person.name }) : `${title}, ${duration}`
}
