import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface PlainItem {
  readonly key: string
  readonly content: ReactNode
}

/** Lines with hairlines between them. `flush` begins at the edge of what holds it, `fine` is for the dashboard. */
export function PlainList({ items, flush, fine }: { items: readonly PlainItem[]; flush?: boolean; fine?: boolean }) {
  return (
    <ul className={classNames('plain-list', flush && 'flush', fine && 'fine')}>
      {items.map((item) => (
        <li key={item.key}>{item.content}</li>
      ))}
    </ul>
  )
}
