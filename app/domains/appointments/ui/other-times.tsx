import { OtherChoices, type OtherChoicesProps } from '~/core/bookings/index'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import type { ShownVisit } from '../shown-visit.server'
import type { TimeProblem } from '../time-problem.server'
import { BookingSteps } from './booking-steps'
import { bookHref, stepHref } from './visit-hrefs'

interface OtherTimesProps extends Pick<OtherChoicesProps, 'typed'> {
  readonly visit: ShownVisit
  readonly problem: TimeProblem
}

/** The time is not to be had: why, and the nearest that are. */
export function OtherTimes({ visit, problem, typed }: OtherTimesProps) {
  const i18n = useI18n()
  return (
    <OtherChoices
      business={visit.business}
      steps={<BookingSteps visit={{ ...visit, start: null }} at="when" />}
      title={problem.status === 409 ? i18n.t('That time has just gone') : i18n.t('That time cannot be booked')}
      why={problem.why}
      nearest={i18n.t('The nearest free times')}
      alternatives={problem.alternatives.map((start) => ({ href: bookHref(visit, start), label: formatDateTime(i18n.locale, visit.store.zone, start) }))}
      none={i18n.t('Nothing is free at the moment.')}
      more={{ href: stepHref(visit, 'times'), label: i18n.t('See all times') }}
      typed={typed}
    />
  )
}
