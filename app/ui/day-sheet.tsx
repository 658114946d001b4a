import type { ReactNode } from 'react'
import { Tag } from './badge'

export interface DaySheetEntry {
  readonly kind: 'entry'
  readonly key: string
  readonly domain: string
  /** The domain's word for it: "Appointment". */
  readonly tag: string
  readonly dateTime: string
  readonly time: string
  /** When it ends, or what happens then: "16:15", "arrives". */
  readonly until?: string
  readonly href: string
  readonly title: string
  readonly where?: ReactNode
  /** One line each. */
  readonly who: readonly string[]
  readonly state: ReactNode
  readonly past?: boolean
}

export type DaySheetLine =
  | DaySheetEntry
  | { readonly kind: 'part'; readonly label: string }
  | { readonly kind: 'now'; readonly label: string; readonly dateTime: string; readonly time: string }

/** A day in order of time, in all domains. */
export function DaySheet({ lines }: { lines: readonly DaySheetLine[] }) {
  return <ol className="day-sheet">{lines.map((line) => sheetLine(line))}</ol>
}

function sheetLine(line: DaySheetLine) {
  switch (line.kind) {
    case 'part':
      return (
        <li key={line.label} className="part">
          {line.label}
        </li>
      )
    case 'now':
      return (
        <li key="now" className="now">
          {line.label} <time dateTime={line.dateTime}>{line.time}</time>
        </li>
      )
    case 'entry':
      return <Entry key={line.key} entry={line} />
  }
}

function Entry({ entry }: { entry: DaySheetEntry }) {
  return (
    <li data-domain={entry.domain} className={entry.past ? 'past' : undefined}>
      <time dateTime={entry.dateTime}>
        {entry.time} {entry.until && <span>{entry.until}</span>}
      </time>
      <p className="what">
        <a href={entry.href}>{entry.title}</a>
        <br />
        <Tag domain={entry.domain}>{entry.tag}</Tag> {entry.where && <span className="where">{entry.where}</span>}
      </p>
      <p className="who">
        {entry.who.map((line, index) => (
          <span key={index}>
            {index > 0 && <br />}
            {line}
          </span>
        ))}
      </p>
      <div className="state">{entry.state}</div>
    </li>
  )
}
