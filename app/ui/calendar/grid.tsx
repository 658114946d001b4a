import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { clockText, type DayItem, type Minutes } from './day-items'
import { type Placement, placementSheet, stepsBetween, stepsOf } from './placement'

/** The line across the grid at this moment. */
export interface NowLine {
  /** Minutes of wall time since midnight. */
  readonly minutes: number
  /** "It is 11:05 now." */
  readonly label: string
}

interface GridProps {
  readonly id: string
  /** The policy lets the one `<style>` in by this; without it the calendar is the list that a phone shows. */
  readonly nonce: string | undefined
  readonly columns: number
  /** The hours to show, in minutes since midnight. */
  readonly shown: Minutes
  readonly placements: readonly Placement[]
  readonly now?: NowLine
  readonly before?: ReactNode
  readonly children: ReactNode
}

/** Up to this long there is room for one line. */
const lowMinutes = 30
/** Below this the domain's word would leave no line for what it is. */
const briefMinutes = 60

/** Hours down, columns across; what stands in it brings its placements. */
export function Grid({ id, nonce, columns, shown, placements, now, before, children }: GridProps) {
  const hours = hoursWithin(id, shown)
  const line =
    now && now.minutes >= shown.from && now.minutes < shown.to
      ? { id: `${id}-now`, places: { from: stepsOf({ from: now.minutes, to: now.minutes }, shown).from } }
      : null
  const sheet = placementSheet([
    { id, places: { days: columns, rows: stepsBetween(shown.from, shown.to) } },
    ...hours,
    ...placements,
    ...(line ? [line] : []),
  ])
  return (
    <>
      <style nonce={nonce}>{sheet}</style>
      <div className="week" id={id}>
        {before}
        <ol className="hours" aria-hidden="true">
          {hours.map((hour) => (
            <li key={hour.id} id={hour.id}>
              {hour.label}
            </li>
          ))}
        </ol>
        {children}
        {line && (
          <p className="now-line" id={line.id}>
            <span className="sr">{now?.label}</span>
          </p>
        )}
      </div>
    </>
  )
}

/** What one day or person has, in order of time. */
export function DayEntries({ items, dayHref }: { items: readonly DayItem[]; dayHref?: string }) {
  return <ol className="entries">{items.map((item) => entryLine(item, dayHref))}</ol>
}

function entryLine(item: DayItem, dayHref: string | undefined) {
  switch (item.kind) {
    case 'entry':
      return <EntryLine key={item.id} item={item} />
    case 'gap':
      return (
        <li key={item.id} id={item.id} className="gap">
          <a href={item.gap.href}>
            <Icon name="plus" /> <span>{item.gap.label}</span>
          </a>
        </li>
      )
    case 'closed':
      return (
        <li key={item.id} id={item.id} className="off">
          {item.closed.label}
        </li>
      )
    case 'crowd':
      return <CrowdLine key={item.id} item={item} dayHref={dayHref} />
  }
}

/** In a narrow or short place what it is comes before the domain's word, which may be cut off there. */
function EntryLine({ item }: { item: DayItem & { kind: 'entry' } }) {
  const { entry } = item
  const low = entry.to - entry.from <= lowMinutes
  const tight = entry.to - entry.from < briefMinutes || entry.pending || item.places.span !== undefined
  const tag = <span className="tag">{entry.kind}</span>
  return (
    <li
      id={item.id}
      className={classNames('entry', entry.pending && 'pending', low && 'low', item.crowded && 'crowded')}
      data-domain={entry.domain}
    >
      <a href={entry.href}>
        <time dateTime={entry.dateTime}>
          {entry.time}
          <span className="until">{`–${entry.until}`}</span>
        </time>{' '}
        {!tight && tag} <b>{entry.title}</b> {entry.detail && <span>{entry.detail}</span>} {tight && tag}
      </a>
    </li>
  )
}

/** Too many at once for a narrow column: the grid says how many, and the day shows them. A list has them all anyway. */
function CrowdLine({ item, dayHref }: { item: DayItem & { kind: 'crowd' }; dayHref: string | undefined }) {
  const i18n = useI18n()
  return (
    <li id={item.id} className="entry crowd">
      <a href={dayHref}>
        {`${clockText(item.from)}–${clockText(item.to)}`} <b>{i18n.t('{count} overlap', { count: item.count })}</b>{' '}
        <span>{i18n.t('See the day')}</span>
      </a>
    </li>
  )
}

function hoursWithin(id: string, shown: Minutes) {
  const first = Math.ceil(shown.from / 60)
  const count = Math.max(0, Math.ceil(shown.to / 60) - first)
  return Array.from({ length: count }, (_, index) => {
    const minutes = (first + index) * 60
    return {
      id: `${id}-h${first + index}`,
      label: clockText(minutes),
      places: { from: stepsOf({ from: minutes, to: minutes }, shown).from },
    }
  })
}
