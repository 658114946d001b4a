import type { ReactNode } from 'react'
import { Icon } from './icon'

export interface Figure {
  readonly label: string
  readonly value: ReactNode
  /** What it is made of. */
  readonly href?: string
  /** Against the period before; good and bad are not the same as up and down. */
  readonly change?: { readonly direction: 'up' | 'down'; readonly tone: 'good' | 'bad'; readonly text: string }
}

/** Four figures beside each other, two on a phone. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value, href, change }) => (
        <div key={label}>
          <dt>{href ? <a href={href}>{label}</a> : label}</dt>
          <dd className="figure">{value}</dd>
          {change && (
            <dd className="change">
              <span className={`${change.tone} with-icon`}>
                <Icon name={change.direction} /> {change.text}
              </span>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}
