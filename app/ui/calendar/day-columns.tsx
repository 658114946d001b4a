import { Portrait } from '../portrait'
import { Bars, barPlacements, type BarsShown } from './bars'
import { type CalendarItems, dayItems, type Minutes, placementsOf } from './day-items'
import { DayEntries, Grid, type NowLine } from './grid'

export interface PersonColumn extends CalendarItems {
  readonly key: string
  readonly name: string
  /** "Massage. Works 09:00–18:00" */
  readonly about?: string
}

interface DayColumnsProps {
  readonly id?: string
  readonly nonce: string | undefined
  readonly shown: Minutes
  readonly people: readonly PersonColumn[]
  /** What lasts for days goes across all of them. */
  readonly bars?: BarsShown
  readonly now?: NowLine
}

/** A day with a column for each person; on a phone one list after the other. */
export function DayColumns({ id = 'day', nonce, shown, people, bars, now }: DayColumnsProps) {
  const columns = people.map((person, index) => ({
    person,
    id: `${id}-${index}`,
    items: dayItems(`${id}-${index}`, person, shown),
    places: { col: index + 2 },
  }))
  const across = bars && { ...bars, items: bars.items.map((bar) => ({ ...bar, firstDay: 1, lastDay: people.length })) }
  const placements = [...(across ? barPlacements(id, across) : []), ...columns.flatMap((column) => [column, ...placementsOf(column.items)])]
  return (
    <Grid id={id} nonce={nonce} columns={people.length} shown={shown} placements={placements} now={now} before={across && <Bars id={id} bars={across} />}>
      {columns.map(({ person, id: columnId, items }) => (
        <section key={person.key} id={columnId} className="day" aria-labelledby={`${columnId}-name`}>
          <h2 id={`${columnId}-name`}>
            <Portrait name={person.name} />{' '}
            <span>
              {person.name} {person.about && <small>{person.about}</small>}
            </span>
          </h2>
          <DayEntries items={items} />
        </section>
      ))}
    </Grid>
  )
}
