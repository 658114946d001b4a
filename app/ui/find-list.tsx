import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Picture, type PictureImage } from './picture'

export interface FoundRow {
  readonly key: string
  readonly title: string
  readonly href: string
  readonly picture: PictureImage | null
  readonly kicker: ReactNode
  readonly where: string
  readonly about: string
  /** What else is worth knowing here; null for nothing. */
  readonly note: ReactNode
  /** What it costs; null where no price is shown. */
  readonly cost: ReactNode
}

/** What a search found, each with its picture and its price. */
export function FindList({ rows }: { rows: readonly FoundRow[] }) {
  return (
    <ol className="find-list">
      {rows.map(({ key, title, href, picture, kicker, where, about, note, cost }) => (
        <li key={key} className={classNames(!picture && 'bare')}>
          {picture && (
            <a href={href} tabIndex={-1} aria-hidden="true">
              <Picture image={picture} alt="" sizes="(min-width: 48rem) 12rem, 6.5rem" />
            </a>
          )}
          <div className="stack tight">
            <p>{kicker}</p>
            <h3 dir="auto">
              <a href={href}>{title}</a>
            </h3>
            <p className="soft" dir="auto">
              {where}
            </p>
            {about !== '' && (
              <p className="fine" dir="auto">
                {about}
              </p>
            )}
            {note !== null && <p className="fine">{note}</p>}
          </div>
          {cost !== null && (
            <p className="cost">
              <strong className="num">{cost}</strong>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
