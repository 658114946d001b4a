import type { ReactNode } from 'react'

export interface Happening {
  readonly key: string
  readonly what: ReactNode
  /** A `<time>`. */
  readonly at: ReactNode
}

/** What has happened, the latest first. */
export function History({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol className="history">
      {happenings.map(({ key, what, at }) => (
        <li key={key}>
          {what}
          <br />
          {at}
        </li>
      ))}
    </ol>
  )
}
