import { registrationStates, type RegistrationState } from './model/registration-state'

export interface AttendeeAddress {
  readonly search: string
  readonly state: RegistrationState | null
}

/** The filters in an address; what it does not know it leaves out. */
export function attendeeAddress(query: URLSearchParams): AttendeeAddress {
  const state = query.get('state')
  return { search: (query.get('q') ?? '').trim().slice(0, 100), state: registrationStates.find((known) => known === state) ?? null }
}

/** The same as the query of an address, with a place in the list. */
export function attendeeQuery({ search, state }: AttendeeAddress, cursor: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...(search === '' ? {} : { q: search }), ...(state === null ? {} : { state }), ...cursor })
  return query.size === 0 ? '' : `?${query}`
}
