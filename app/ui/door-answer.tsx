import type { ReactNode } from 'react'
import { Icon } from './icon'

interface DoorAnswerProps {
  readonly tone: 'good' | 'bad'
  readonly title: string
  readonly children: ReactNode
}

/** The answer at a door, to be read from an arm's length: colour, sign and words say the same. */
export function DoorAnswer({ tone, title, children }: DoorAnswerProps) {
  return (
    <section className={`door-answer ${tone}`} role="status">
      <Icon name={tone === 'good' ? 'check' : 'x'} />
      <div className="stack tight">
        <h2 dir="auto">{title}</h2>
        {children}
      </div>
    </section>
  )
}
