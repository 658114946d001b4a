import type { ReactNode } from 'react'
import { Actions, Button } from './button'

export type BulkAct = {
  /** "Confirm ticked" */
  readonly label: string
} & (
  | { /** Sent along as `act`, to the form's own page. */ readonly value: string }
  | {
      /** A page of its own. */
      readonly href: string
      /** It asks first, so nothing is posted to it yet. */
      readonly asks?: boolean
    }
)

/**
 * Above a table with boxes, in the same form: how many there are, and what can be done with the ticked ones. Enter on a box presses the
 * first button: let that be one that asks, or that can be undone.
 */
export function BulkBar({ summary, acts }: { summary: ReactNode; acts: readonly BulkAct[] }) {
  return (
    <div className="row ends">
      <div>{summary}</div>
      <Actions small>
        {acts.map((act) => (
          <Button key={act.label} variant="quiet" {...('href' in act ? { formAction: act.href, formMethod: act.asks ? 'get' : undefined } : { name: 'act', value: act.value })}>
            {act.label}
          </Button>
        ))}
      </Actions>
    </div>
  )
}
