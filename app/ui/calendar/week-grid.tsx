import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from '../class-names'
import { DayName } from '../slot-week'
import { Bars, barPlacements, type BarsShown } from './bars'
import { type CalendarItems, dayItems, type Minutes, placementsOf } from './day-items'
import { DayEntries, Grid, type NowLine } from './grid'

export interface WeekDay extends CalendarItems {
  /** "2026-11-03" */
  readonly date: string
  /** The day by itself, where crowded stretches point too. */
  readonly href: string
  readonly today?: boolean
}

interface WeekGridProps {
  readonly id?: string
  readonly nonce: string | undefined
  readonly shown: Minutes
  readonly days: readonly WeekDay[]
  readonly bars?: BarsShown
  readonly now?: NowLine
}

/** From so many at the same time a column of the week is too narrow. */
const crowdFrom = 3

/** A week in columns of days; on a phone, on paper and without styles, a list of days. */
export function WeekGrid({ id = 'week', nonce, shown, days, bars, now }: WeekGridProps) {
  const i18n = useI18n()
  const columns = days.map((day, index) => ({
    day,
    id: `${id}-${index}`,
    items: dayItems(`${id}-${index}`, day, shown, crowdFrom),
    places: { col: index + 2 },
  }))
  const placements = [...(bars ? barPlacements(id, bars) : []), ...columns.flatMap((column) => [column, ...placementsOf(column.items)])]
  return (
    <Grid
      id={id}
      nonce={nonce}
      columns={days.length}
      shown={shown}
      placements={placements}
      now={now}
      before={bars && <Bars id={id} bars={bars} />}
    >
      {columns.map(({ day, id: columnId, items }) => (
        <section key={day.date} id={columnId} className={classNames('day', day.today && 'today')} aria-labelledby={`${columnId}-name`}>
          <h2 id={`${columnId}-name`}>
            <a href={day.href}>
              <DayName date={day.date}>{day.today && `, ${i18n.t('today')}`}</DayName>
            </a>
          </h2>
          <DayEntries items={items} dayHref={day.href} />
        </section>
      ))}
    </Grid>
  )
}
