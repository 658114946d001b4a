/** What somebody's place in a session is: read, never stored. */
export const registrationStates = ['registered', 'confirmed', 'attended', 'cancelled', 'no-show'] as const
export type RegistrationState = (typeof registrationStates)[number]

export interface Registration {
  /** The status of its booking. */
  readonly status: 'held' | 'pending' | 'confirmed' | 'completed' | 'expired' | 'declined' | 'cancelled' | 'no_show'
  /** Of the item itself. */
  readonly state: 'active' | 'cancelled'
  /** How many of it were let in. */
  readonly admitted: number
  /** Whether anybody of its booking was. */
  readonly partyCame: boolean
}

/**
 * Reads the state of an item that is a place in a session: registered while its booking is held or waits for an answer, then confirmed,
 * attended once it was let in, cancelled, or no-show. Where a booking was completed with only some of its people, the others did not come;
 * where nobody of it was ever scanned, nothing is known, and it stays confirmed.
 */
export function registrationState({ status, state, admitted, partyCame }: Registration): RegistrationState {
  if (admitted > 0) return 'attended'
  switch (status) {
    case 'held':
    case 'pending':
      return 'registered'
    case 'no_show':
      return 'no-show'
    case 'expired':
    case 'declined':
    case 'cancelled':
      return 'cancelled'
    case 'confirmed':
      return state === 'cancelled' ? 'cancelled' : 'confirmed'
    case 'completed':
      if (state === 'cancelled') return 'cancelled'
      return partyCame ? 'no-show' : 'confirmed'
  }
}

/** Whether a place counts among those whom the door expects. */
export function isExpected(state: RegistrationState): boolean {
  return state === 'confirmed' || state === 'attended' || state === 'no-show'
}
