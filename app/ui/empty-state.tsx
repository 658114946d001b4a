import type { ReactNode } from 'react'
import { Actions } from './button'

interface EmptyStateProps {
  readonly id?: string
  readonly title: string
  readonly level?: 2 | 3
  readonly picture?: ReactNode
  /** What to do next, as buttons. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A list with nothing in it says why, and what to do next. */
export function EmptyState({ id = 'nothing', title, level = 2, picture, actions, children }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="empty" aria-labelledby={id}>
      {picture}
      <Heading id={id}>{title}</Heading>
      {children}
      {actions && <Actions>{actions}</Actions>}
    </section>
  )
}
