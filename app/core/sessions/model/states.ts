export const sessionStatuses = ['scheduled', 'confirmed', 'completed', 'cancelled'] as const
/** `scheduled`: it waits for enough people; `confirmed`: it takes place. */
export type SessionStatus = (typeof sessionStatuses)[number]

const moves: Readonly<Record<SessionStatus, readonly SessionStatus[]>> = {
  scheduled: ['confirmed', 'completed', 'cancelled'],
  confirmed: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
}

/** Whether a session may go from one status to another. */
export function mayBecome(from: SessionStatus, to: SessionStatus): boolean {
  return moves[from].includes(to)
}

/** Whether it still lies ahead or is going on: people may be booked in it, and it can be changed. */
export function isLive(status: SessionStatus): boolean {
  return moves[status].length > 0
}
