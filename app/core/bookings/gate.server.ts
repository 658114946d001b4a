import type { Db } from '~/platform/database.server'
import type { Account, BookingHolder } from '~/platform/gate.server'
import { businessFacts } from '../businesses/index.server'
import { contactById } from '../contacts/index.server'
import { readManageToken } from './manage-link.server'
import { bookingHead } from './queries.server'

/** The booking of a reference for whoever holds its signed link, or whose account its contact is. */
export function bookingForGate(db: Db, reference: string, token: string | null, account: Account | null): BookingHolder | null {
  const booking = bookingHead(db, reference)
  if (!booking) return null
  const facts = businessFacts(db, booking.businessId)
  if (!facts) return null
  const linked = token === null ? null : readManageToken(token)
  if (linked?.bookingId === booking.id && linked.linkVersion === booking.linkVersion) return { bookingId: booking.id, facts, by: 'link' }
  const contact = account && contactById(db, booking.businessId, booking.contactId)
  return contact && contact.userId === account.id ? { bookingId: booking.id, facts, by: 'account' } : null
}
