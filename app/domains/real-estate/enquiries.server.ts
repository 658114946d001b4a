import { prepared, type Db } from '~/platform/database.server'
import type { LocalDate } from '~/kernel/time'
import type { EnquiryCursor, EnquiryStatus } from './model/enquiry-state'

/** What somebody asks about a property that is for rent or for sale. */
export interface Enquiry {
  readonly id: string
  readonly businessId: string
  readonly listingId: string
  /** Of the property, as it is called now. */
  readonly title: string
  readonly contactName: string
  readonly contactEmail: string
  readonly contactPhone: string | null
  readonly message: string
  readonly wishedFor: LocalDate | null
  readonly language: string
  readonly status: EnquiryStatus
  readonly askedAt: number
}

export interface EnquiryReply {
  readonly id: string
  readonly body: string
  readonly author: string
  readonly sentAt: number
}

export interface EnquiryFilters {
  /** Null: of any. */
  readonly status: EnquiryStatus | null
  readonly listingId: string | null
}

export interface EnquiryPage {
  readonly rows: readonly Enquiry[]
  readonly next: EnquiryCursor | null
}

const perPage = 30

/** An enquiry of this business; null where it has none of this id. */
export function enquiryById(db: Db, businessId: string, enquiryId: string): Enquiry | null {
  return one(db).get({ businessId, enquiryId }) ?? null
}

/** What was written back, the earliest first. */
export function repliesTo(db: Db, enquiryId: string): EnquiryReply[] {
  return replies(db).all({ enquiryId })
}

/** The enquiries of a business, the newest first. */
export function enquiriesPage(db: Db, businessId: string, { status, listingId }: EnquiryFilters, after: EnquiryCursor | null): EnquiryPage {
  const before = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' }
  const asked = { businessId, at: before.at, id: before.id, status, listingId }
  const found = (listingId !== null ? ofProperty : status !== null ? ofStatus : ofBusiness)(db).all(asked)
  const rows = found.slice(0, perPage)
  const last = rows.at(-1)
  return { rows, next: found.length > perPage && last ? { at: last.askedAt, id: last.id } : null }
}

/** How many enquiries nobody has answered yet. */
export function countNewEnquiries(db: Db, businessId: string): number {
  return fresh(db).get({ businessId })?.count ?? 0
}

const columns = `e.id, e.business_id AS businessId, e.listing_id AS listingId, l.title, e.contact_name AS contactName, e.contact_email AS contactEmail,
  e.contact_phone AS contactPhone, e.message, e.wished_for AS wishedFor, e.language, e.status, e.asked_at AS askedAt`
const walk = (where: string) => `SELECT ${columns} FROM property_enquiries e JOIN listings l ON l.id = e.listing_id
  WHERE e.business_id = @businessId AND ${where} AND (e.asked_at, e.id) < (@at, @id) ORDER BY e.asked_at DESC, e.id DESC LIMIT ${perPage + 1}`

/** Exported for the test of their plans. */
export const enquiriesSql = {
  business: walk('true'),
  status: walk('e.status = @status'),
  property: walk('e.listing_id = @listingId AND (@status IS NULL OR e.status = @status)'),
  count: "SELECT count(*) AS count FROM property_enquiries WHERE business_id = @businessId AND status = 'new'",
}

interface Asked extends EnquiryCursor, EnquiryFilters {
  readonly businessId: string
}

const ofBusiness = prepared((db) => db.$client.prepare<Asked, Enquiry>(enquiriesSql.business))
const ofStatus = prepared((db) => db.$client.prepare<Asked, Enquiry>(enquiriesSql.status))
const ofProperty = prepared((db) => db.$client.prepare<Asked, Enquiry>(enquiriesSql.property))
const fresh = prepared((db) => db.$client.prepare<{ businessId: string }, { count: number }>(enquiriesSql.count))

const one = prepared((db) =>
  db.$client.prepare<{ businessId: string; enquiryId: string }, Enquiry>(
    `SELECT ${columns} FROM property_enquiries e JOIN listings l ON l.id = e.listing_id WHERE e.id = @enquiryId AND e.business_id = @businessId`,
  ),
)

const replies = prepared((db) =>
  db.$client.prepare<{ enquiryId: string }, EnquiryReply>('SELECT id, body, author, sent_at AS sentAt FROM enquiry_replies WHERE enquiry_id = @enquiryId ORDER BY id'),
)
