import { Tag } from './badge'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export interface Chip {
  readonly href: string
  readonly label: string
  readonly count?: number
  readonly icon?: IconName
  readonly domain?: string
  readonly current?: 'page' | true
}

/** A few ways to see the same thing, or a few short links; one may be the current one. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {chips.map((chip) => (
          <li key={chip.href}>
            <a href={chip.href} aria-current={chip.current}>
              {chip.icon && <Icon name={chip.icon} />} {chip.domain ? <Tag domain={chip.domain}>{chip.label}</Tag> : chip.label}
              {chip.count !== undefined && ` ${chip.count}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
