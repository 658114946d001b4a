import type { ReactNode } from 'react'
import { Actions, Button } from './button'

export interface BulkAct {
  readonly value: string
  /** "Confirm ticked" */
  readonly label: string
}

/** Above a table with boxes, in the same form: how many there are, and what can be done with the ticked ones. */
export function BulkBar({ summary, acts, name = 'act' }: { summary: ReactNode; acts: readonly BulkAct[]; name?: string }) {
  return (
    <div className="row ends">
      <p>{summary}</p>
      <Actions small>
        {acts.map((act) => (
          <Button key={act.value} variant="quiet" name={name} value={act.value}>
            {act.label}
          </Button>
        ))}
      </Actions>
    </div>
  )
}
