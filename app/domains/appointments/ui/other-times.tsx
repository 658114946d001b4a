import { OtherStarts, type OtherChoicesProps, type TimeProblem } from '~/core/bookings/index'
import { useI18n } from '~/platform/words/use-i18n'
import type { ShownVisit } from '../shown-visit.server'
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
    <OtherStarts
      business={visit.business}
      steps={<BookingSteps visit={{ ...visit, start: null }} at="when" />}
      problem={problem}
      zone={visit.store.zone}
      bookHref={(start) => bookHref(visit, start)}
      timesHref={stepHref(visit, 'times')}
      none={i18n.t('Nothing is free at the moment.')}
      typed={typed}
    />
  )
}
