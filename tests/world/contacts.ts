import { contactFor, type Contact, type GivenContact } from '~/core/contacts/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { transact } from '~/platform/database.server'

/** A contact of a business, by default Ana, who wrote her address. */
export function contact(ctx: BusinessCtx, given: Partial<GivenContact> = {}): Contact {
  return transact((db) => contactFor(db, ctx, { name: 'Ana Sousa', email: 'ana@example.test', phone: '+351 912 345 678', language: 'en', ...given }))
}
