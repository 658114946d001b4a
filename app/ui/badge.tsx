import type { ReactNode } from 'react'

export type Tone = 'good' | 'wait' | 'bad' | 'done' | 'plain'

/** A state in a word; the dot's shape differs too, so colour is never the only sign. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={tone === 'plain' ? 'badge' : `badge ${tone}`}>{children}</span>
}

/** A domain's name with its colour. */
export function Tag({ domain, children }: { domain: string; children: ReactNode }) {
  return (
    <span className="tag" data-domain={domain}>
      {children}
    </span>
  )
}

/** A number that waits, with what it counts for those who hear the page. */
export function Tally({ count, about }: { count: number; about: string }) {
  return (
    <span className="tally">
      {count}
      <span className="sr"> {about}</span>
    </span>
  )
}
