import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import type { TimeProblem } from '../time-problem'
import { OtherChoices, type OtherChoicesProps } from './other-choices'

interface OtherStartsProps extends Pick<OtherChoicesProps, 'business' | 'steps' | 'none' | 'typed'> {
  readonly problem: TimeProblem
  readonly zone: string
  /** Where another start is booked. */
  readonly bookHref: (start: number) => string
  /** Where all of them are. */
  readonly timesHref: string
}

/** The time is not to be had: why, and the nearest that are. */
export function OtherStarts({ problem, zone, bookHref, timesHref, ...page }: OtherStartsProps) {
  const i18n = useI18n()
  return (
    <OtherChoices
      {...page}
      title={problem.status === 409 ? i18n.t('That time has just gone') : i18n.t('That time cannot be booked')}
      why={problem.why}
      nearest={i18n.t('The nearest free times')}
      alternatives={problem.alternatives.map((start) => ({ href: bookHref(start), label: formatDateTime(i18n.locale, zone, start) }))}
      more={{ href: timesHref, label: i18n.t('See all times') }}
    />
  )
}
