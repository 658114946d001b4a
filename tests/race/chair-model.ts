// What the ledger must come to, told by brute force: minutes of a day, people, chairs. It shares no line with the product.

export interface Visit {
  /** Minutes from the day's first opening. */
  readonly at: number
  readonly person: string
}

export interface Wish {
  readonly at: number
  /** Null: whoever is free. */
  readonly person: string | null
}

export interface Day {
  readonly people: readonly string[]
  /** How many chairs there are; null where the service needs none. */
  readonly chairs: number | null
  /** How long a visit holds a person and a chair, the buffer after it included. */
  readonly holds: number
  /** The last minute at which one may begin. */
  readonly latest: number
  readonly step: number
}

/** Whether a wish could be granted beside the visits there are, minute by minute. */
export function fits(day: Day, visits: readonly Visit[], { at, person }: Wish): boolean {
  const wanted = person === null ? day.people : [person]
  return hasChair(day, visits, at) && wanted.some((who) => minutes(day, at).every((minute) => !visits.some((visit) => visit.person === who && holds(day, visit, minute))))
}

/** Whether nobody and no chair is held twice at any minute. */
export function isPossible(day: Day, visits: readonly Visit[]): boolean {
  return visits.every((visit) => minutes(day, visit.at).every((minute) => {
    const now = visits.filter((other) => holds(day, other, minute))
    return (day.chairs === null || now.length <= day.chairs) && new Set(now.map(({ person }) => person)).size === now.length
  }))
}

/** Every start of the grid at which the wished-for person (or anybody) is free, that day and on the two days before and after it. */
export function freeStarts(day: Day, visits: readonly Visit[], person: string | null): number[] {
  const perDay = Math.floor(day.latest / day.step) + 1
  const grid = [-2, -1, 0, 1, 2].flatMap((later) => Array.from({ length: perDay }, (_, nth) => later * 24 * 60 + nth * day.step))
  return grid.filter((at) => fits(day, visits, { at, person }))
}

function hasChair(day: Day, visits: readonly Visit[], at: number): boolean {
  const { chairs } = day
  return chairs === null || minutes(day, at).every((minute) => visits.filter((visit) => holds(day, visit, minute)).length < chairs)
}

function holds(day: Day, visit: Visit, minute: number): boolean {
  return visit.at <= minute && minute < visit.at + day.holds
}

function minutes(day: Day, at: number): number[] {
  return Array.from({ length: day.holds }, (_, nth) => at + nth)
}
