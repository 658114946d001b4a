export const bookingStatuses = ['held', 'pending', 'confirmed', 'completed', 'expired', 'declined', 'cancelled', 'no_show'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

/** Where a booking may go from where it is. What is not here does not happen. */
export const allowedMoves: Readonly<Record<BookingStatus, readonly BookingStatus[]>> = {
  held: ['pending', 'confirmed', 'expired', 'cancelled'],
  pending: ['confirmed', 'declined', 'expired', 'cancelled'],
  confirmed: ['completed', 'no_show', 'cancelled'],
  completed: [],
  expired: [],
  declined: [],
  cancelled: [],
  no_show: [],
}

export function mayBecome(from: BookingStatus, to: BookingStatus): boolean {
  return allowedMoves[from].includes(to)
}

/** Whether it still stands: it claims what it needs. */
export function isOpen(status: BookingStatus): boolean {
  return status === 'held' || status === 'pending' || status === 'confirmed'
}

/** Whether one of its items can be called off alone: while it is paid for, a booking is taken as it is or not at all. */
export function mayLoseItem(status: BookingStatus): boolean {
  return status === 'pending' || status === 'confirmed'
}

/** `lapsed`: it was kept until it was to be paid, and was not. */
export type ShownStatus = BookingStatus | 'in_progress' | 'lapsed'

interface Clocked {
  readonly status: BookingStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly holdUntil?: number | null
}

/** What a reader is shown: "in progress" is no state, it is read from the clock; nor is a hold that has run out, whether or not a job has seen it. */
export function shownStatus(booking: Clocked, now: number): ShownStatus {
  const { status, holdUntil } = booking
  if (holdUntil && (status === 'expired' || (status === 'held' && holdUntil + holdGraceMs <= now))) return 'lapsed'
  return booking.status === 'confirmed' && booking.startsAt <= now && now < booking.endsAt ? 'in_progress' : booking.status
}

const day = 24 * 60 * 60 * 1000

/** The latest instant at which the business may answer: 24 hours after it was asked, at the latest the start. */
export function answerBy(now: number, startsAt: number): number {
  return Math.min(now + day, startsAt)
}

/** A claim outlives the deadline that the customer sees by so much: money that was paid in time may take a moment to arrive. */
export const holdGraceMs = 2 * 60 * 1000

/** A confirmed booking completes itself 24 hours after its end unless somebody marked it. */
export const completesAfterMs = day
