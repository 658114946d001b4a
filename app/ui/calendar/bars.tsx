import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from '../class-names'
import type { Placement } from './placement'

/** What lasts for days stands above the hours. */
export interface CalendarBar {
  readonly key: string
  /** Columns counted from 1, both included. */
  readonly firstDay: number
  readonly lastDay: number
  readonly href: string
  /** "Tue 3 Nov – Fri 6 Nov" */
  readonly when: string
  readonly domain: string
  readonly kind: string
  readonly title: string
  readonly detail?: string
  readonly pending?: boolean
}

export interface BarsShown {
  readonly label: string
  readonly items: readonly CalendarBar[]
  /** How many found no room, and where they are all listed. */
  readonly more?: { readonly count: number; readonly href: string }
}

/** The places of the bars in the grid, in their order. */
export function barPlacements(id: string, { items }: BarsShown): Placement[] {
  return items.map((bar, index) => ({ id: `${id}-b${index}`, places: { first: bar.firstDay, last: bar.lastDay + 1 } }))
}

export function Bars({ id, bars: { label, items, more } }: { id: string; bars: BarsShown }) {
  const i18n = useI18n()
  return (
    <>
      <h2>{label}</h2>
      <ul className="stays">
        {items.map((bar, index) => (
          <li key={bar.key} id={`${id}-b${index}`} className={classNames('entry', bar.pending && 'pending')} data-domain={bar.domain}>
            <a href={bar.href}>
              <time>{bar.when}</time> <span className="tag">{bar.kind}</span> <b>{bar.title}</b> {bar.detail && <span>{bar.detail}</span>}
            </a>
          </li>
        ))}
        {more && more.count > 0 && (
          <li className="more">
            <a href={more.href}>{i18n.t('and {count} more', { count: more.count })}</a>
          </li>
        )}
      </ul>
    </>
  )
}
