/** What an event is. Only `draft`, `published`, `paused` and `cancelled` are written down; that it is completed is read from the clock. */
export const eventStates = ['draft', 'published', 'paused', 'completed', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]

/** Where a member may take an event from where it is. It completes by itself, and is on again once it has another date. */
export const eventMoves: Readonly<Record<EventState, readonly EventState[]>> = {
  draft: ['published'],
  published: ['paused', 'cancelled'],
  paused: ['published', 'cancelled'],
  completed: [],
  cancelled: [],
}

interface Facts {
  readonly status: 'draft' | 'active' | 'paused' | 'archived'
  readonly cancelledAt: number | null
  /** When its last date that is not cancelled ends; null where it has none. */
  readonly lastEndsAt: number | null
}

/** Reads the state of an event from its listing, its dates and the clock. */
export function eventState({ status, cancelledAt, lastEndsAt }: Facts, now: number): EventState {
  if (cancelledAt !== null) return 'cancelled'
  if (status === 'draft') return 'draft'
  if (lastEndsAt !== null && lastEndsAt <= now) return 'completed'
  return status === 'active' ? 'published' : 'paused'
}
