import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { honeypotField, honeypotMark } from '~/platform/honeypot'
import type { ShownVisit } from '../shown-visit.server'
import type { TimeProblem } from '../time-problem.server'
import { BookingSteps } from './booking-steps'
import { bookHref, stepHref } from './visit-hrefs'

interface OtherTimesProps {
  readonly visit: ShownVisit
  readonly problem: TimeProblem
  /** What was typed goes on with each alternative, in the body of a post; null where nothing was typed yet. */
  readonly typed: Readonly<Record<string, string>> | null
}

/** The time is not to be had: why, and the nearest that are. */
export function OtherTimes({ visit, problem, typed }: OtherTimesProps) {
  const i18n = useI18n()
  const some = problem.alternatives.length > 0
  return (
    <div>
      <BookingSteps visit={{ ...visit, start: null }} at="when" />
      <div className="stack loose">
        <header className="stack tight">
          <p className="kicker" dir="auto">
            {visit.business.name}
          </p>
          <h1>{problem.status === 409 ? i18n.t('That time has just gone') : i18n.t('That time cannot be booked')}</h1>
        </header>
        <Notice tone="bad" announce>
          <p>
            <strong>{problem.why}</strong>
          </p>
          {typed && <p>{some ? i18n.t('Nothing is booked yet. What you typed is kept: choose one of these times and go on.') : i18n.t('Nothing is booked yet.')}</p>}
        </Notice>
        {some ? (
          <section className="stack" aria-labelledby="nearest">
            <h2 id="nearest">{i18n.t('The nearest free times')}</h2>
            <ul className="actions" id="alternatives">
              {problem.alternatives.map((start) => (
                <li key={start}>
                  <Alternative visit={visit} start={start} typed={typed} />
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <p>{i18n.t('Nothing is free at the moment.')}</p>
        )}
        <Actions>
          <Button href={stepHref(visit, 'times')} variant="quiet" icon="calendar">
            {i18n.t('See all times')}
          </Button>
          <Button href={`/b/${visit.business.slug}`} variant="plain">
            {i18n.t('Back to {business}', { business: visit.business.name })}
          </Button>
        </Actions>
      </div>
    </div>
  )
}

function Alternative({ visit, start, typed }: { visit: ShownVisit; start: number; typed: OtherTimesProps['typed'] }) {
  const i18n = useI18n()
  const label = formatDateTime(i18n.locale, visit.store.zone, start)
  if (!typed) return <Button href={bookHref(visit, start)}>{label}</Button>
  return (
    <PostButton action={bookHref(visit, start)} fields={{ ...typed, [honeypotField]: '', [honeypotMark]: '1' }} variant="primary">
      {label}
    </PostButton>
  )
}
