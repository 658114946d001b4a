import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { hour, type LocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { tellAsker, tellMembers } from './emails/tell-enquiry.server'
import { enquiryById, type Enquiry } from './enquiries.server'
import { propertyById } from './queries.server'

export interface NewEnquiry {
  readonly listingId: string
  readonly name: string
  readonly email: string
  readonly phone: string | null
  readonly message: string
  readonly wishedFor: LocalDate | null
  /** Of the form, new with each page: a post that is repeated is the same enquiry. */
  readonly key: string
}

/**
 * Asks about a property that is for rent or for sale: keeps it, and writes to the business and to whoever asks. The same words from the same
 * address within an hour are the same enquiry, since a page that is gone back to may have another key.
 */
export function sendEnquiry(ctx: BusinessCtx, { listingId, key, ...asked }: NewEnquiry): Result<Enquiry, { readonly kind: 'not-offered' }> {
  return transact((db): Result<Enquiry, { readonly kind: 'not-offered' }> => {
    const property = propertyById(db, ctx.businessId, listingId)
    if (!property || property.listing.status !== 'active' || property.tenure === 'nightly') return refuse({ kind: 'not-offered' })
    const earlier = sameWords(db).get({ businessId: ctx.businessId, listingId, email: asked.email, message: asked.message, since: ctx.now - hour })
    const before = earlier && enquiryById(db, ctx.businessId, earlier.id)
    if (before) return ok(before)
    const id = ctx.newId()
    insert(db).run({ id, businessId: ctx.businessId, listingId, ...asked, language: ctx.i18n.locale, key, now: ctx.now })
    const kept = byKey(db).get({ businessId: ctx.businessId, key })
    const enquiry = kept && enquiryById(db, ctx.businessId, kept.id)
    if (!enquiry) throw new Error('What was just written is not there')
    if (enquiry.id === id) {
      record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.enquiry.send', subject: id, changes: { listingId } })
      tellAsker(db, ctx, enquiry)
      tellMembers(db, ctx, enquiry)
    }
    return ok(enquiry)
  })
}

const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO property_enquiries (id, business_id, listing_id, contact_name, contact_email, contact_phone, message, wished_for, language, status, form_key, asked_at)
     VALUES (@id, @businessId, @listingId, @name, @email, @phone, @message, @wishedFor, @language, 'new', @key, @now)
     ON CONFLICT (business_id, form_key) DO NOTHING`,
  ),
)

/** Exported for the test of its plan. */
export const sameWordsSql = `SELECT id FROM property_enquiries
  WHERE business_id = @businessId AND listing_id = @listingId AND asked_at >= @since AND lower(contact_email) = lower(@email) AND message = @message
  ORDER BY asked_at DESC, id DESC LIMIT 1`

const sameWords = prepared((db) =>
  db.$client.prepare<{ businessId: string; listingId: string; email: string; message: string; since: number }, { id: string }>(sameWordsSql),
)

const byKey = prepared((db) =>
  db.$client.prepare<{ businessId: string; key: string }, { id: string }>('SELECT id FROM property_enquiries WHERE business_id = @businessId AND form_key = @key'),
)
