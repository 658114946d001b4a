import type { Db } from '~/platform/database.server'
import { businessFacts, membership } from '../businesses/index.server'
import { placeByCode } from './tickets.server'

/** The door at which a ticket is read, with its code in the field, for a member who may let people in there; null for everybody else and for every other code. */
export function doorOfCode(db: Db, userId: string, code: string, now: number): string | null {
  const found = placeByCode(db, code, '', now)
  if (found.kind !== 'valid') return null
  const { businessId, sessionId } = found.place
  const business = businessFacts(db, businessId)
  return business && membership(db, businessId, userId)?.may('admission.run') ? `/dashboard/${business.slug}/door/${sessionId}?${new URLSearchParams({ code })}` : null
}
