import { timingSafeEqual } from 'node:crypto'
import { prepared, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { sealsOf } from '~/platform/signing.server'
import { placesBySigns, placesOfBooking, type SessionPlace } from '../bookings/index.server'
import { mostTickets, readCode, sealSigns, writeCode } from './model/ticket-code'

export interface Ticket {
  readonly place: SessionPlace
  /** "7K3M9-Q22XW-MTR4B" */
  readonly code: string
  /** What its QR code holds: an address that shows a stranger nothing. */
  readonly address: string
}

/** The tickets of a booking: one for each place of it that stands for sure. */
export function ticketsOf(db: Db, businessId: string, bookingId: string, now: number): Ticket[] {
  return placesOfBooking(db, businessId, bookingId, now)
    .filter(hasTicket)
    .map((place) => ticketOf(db, place))
}

/** The ticket of one place. */
export function ticketOf(db: Db, place: SessionPlace): Ticket {
  const [seal = ''] = sealsOfPlace(place, versionOf(db, place.itemId))
  const code = writeCode(place.reference, place.position, seal)
  return { place, code, address: `${env().APP_URL}/t/${code}` }
}

/** Whether a place has a ticket: it is paid for as far as it must be, and not called off. */
export function hasTicket({ status, state, position }: SessionPlace): boolean {
  return state === 'active' && (status === 'confirmed' || status === 'completed') && position < mostTickets
}

/** What a code opens: `valid` where its seal is the place's own; a place whose seal is another now was typed wrongly or has a newer ticket. */
export type FoundCode = { readonly kind: 'valid' | 'not-valid'; readonly place: SessionPlace } | { readonly kind: 'unknown' }

/** Finds the place that a code stands for, in whatever business. */
export function placeByCode(db: Db, text: string, businessId: string, now: number): FoundCode {
  const read = readCode(text)
  const places = read ? placesBySigns(db, read.booking, read.place, now) : []
  const valid = places.find((place) => sealsOfPlace(place, versionOf(db, place.itemId)).some((seal) => isSame(seal, read?.seal ?? '')))
  if (valid) return { kind: 'valid', place: valid }
  // Of another business it says nothing: there anybody could try references out.
  const own = places.find((place) => place.businessId === businessId)
  return own ? { kind: 'not-valid', place: own } : { kind: 'unknown' }
}

// Over the session too: a place that moves to another evening has another ticket from that moment on.
function sealsOfPlace({ itemId, sessionId }: SessionPlace, version: number): string[] {
  return sealsOf('ticket', JSON.stringify([itemId, sessionId, version])).map(sealSigns)
}

function isSame(seal: string, given: string): boolean {
  return seal.length === given.length && timingSafeEqual(Buffer.from(seal), Buffer.from(given))
}

function versionOf(db: Db, itemId: string): number {
  return versionRow(db).get({ itemId })?.version ?? 1
}

const versionRow = prepared((db) => db.$client.prepare<{ itemId: string }, { version: number }>('SELECT version FROM ticket_versions WHERE item_id = @itemId'))
