import type { TimeProblem } from '~/core/bookings/index'
import { TimeWeek } from '~/core/schedules/index'
import type { TimesPage } from '~/core/schedules/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { ShownViewing } from '../move-viewing.server'

interface MoveViewingProps {
  readonly move: ShownViewing
  readonly times: TimesPage
  /** Why the time that was asked for is not to be had. */
  readonly problem: TimeProblem | null
  readonly path: string
  /** What the address carries on: the token of a signed link. */
  readonly keep: Readonly<Record<string, string>>
  /** What moving means to whoever presses the button. */
  readonly about: string
}

/** Another time for a viewing: a week to choose from, then the button that does it. */
export function MoveViewing(props: MoveViewingProps) {
  const i18n = useI18n()
  const { move, times, problem, path, keep } = props
  if (move.wanted !== null && problem === null) return <Ask {...props} wanted={move.wanted} />
  const href = (query: Readonly<Record<string, string>>) => `${path}?${new URLSearchParams({ ...keep, ...query })}`
  return (
    <>
      {problem && (
        <Notice tone="bad" announce>
          <p>
            <strong>{problem.why}</strong> {i18n.t('Nothing has changed: the viewing is where it was.')}
          </p>
        </Notice>
      )}
      {problem && problem.alternatives.length > 0 && (
        <section className="stack" aria-labelledby="nearest">
          <h2 id="nearest">{i18n.t('The nearest free times')}</h2>
          <Actions>
            {problem.alternatives.map((start) => (
              <Button key={start} href={href({ start: formatInstant(start) })}>
                {formatDateTime(i18n.locale, move.zone, start)}
              </Button>
            ))}
          </Actions>
        </section>
      )}
      <FilterBar action={path} submit={i18n.t('Show times')} keep={keep}>
        <FilterField name="from" label={i18n.t('Week of')} type="date" value={times.monday} min={times.first} />
      </FilterBar>
      <TimeWeek page={times} zone={move.zone} readerZone={move.readerZone} timeHref={(start) => href({ start: formatInstant(start) })} weekHref={(from) => href({ from })} />
    </>
  )
}

function Ask({ move, wanted, path, keep, about }: MoveViewingProps & { wanted: NonNullable<ShownViewing['wanted']> }) {
  const i18n = useI18n()
  const query = new URLSearchParams(keep).toString()
  return (
    <>
      <Notice tone={move.asks ? 'wait' : 'plain'} icon="move">
        <p className="statement">
          <When start={wanted.start} end={wanted.end} zone={move.zone} readerZone={move.readerZone} />
        </p>
        <p>{about}</p>
      </Notice>
      <form method="post" action={query === '' ? path : `${path}?${query}`} id="move">
        <input type="hidden" name="start" value={formatInstant(wanted.start)} />
        <Actions>
          <Button icon="move">{move.asks ? i18n.t('Ask for this time') : i18n.t('Move the viewing')}</Button>
          <Button variant="plain" href={query === '' ? path : `${path}?${query}`}>
            {i18n.t('Choose another time')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
