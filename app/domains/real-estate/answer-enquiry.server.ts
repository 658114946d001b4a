import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { tellReply } from './emails/tell-enquiry.server'
import { enquiryById, repliesTo, type Enquiry } from './enquiries.server'
import { enquiryMoves, openedAgain, type EnquiryStatus } from './model/enquiry-state'

export type EnquiryRefusal =
  | { readonly kind: 'unknown-enquiry' }
  /** It is so already, or does not become that. */
  | { readonly kind: 'not-from-here'; readonly status: EnquiryStatus }

/** Mails a reply to whoever asked and keeps it with the enquiry, which is answered then. `author`: who writes, by name. */
export function replyToEnquiry(ctx: BusinessCtx, enquiryId: string, { body, author }: { readonly body: string; readonly author: string }): Result<Enquiry, EnquiryRefusal> {
  return transact((db): Result<Enquiry, EnquiryRefusal> => {
    const enquiry = enquiryById(db, ctx.businessId, enquiryId)
    if (!enquiry) return refuse({ kind: 'unknown-enquiry' })
    const id = ctx.newId()
    insertReply(db).run({ id, businessId: ctx.businessId, enquiryId, body, author, now: ctx.now })
    tellReply(db, ctx, enquiry, { id, body, author })
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.enquiry.reply', subject: enquiryId })
    return ok(enquiry.status === 'answered' ? enquiry : become(db, ctx, enquiry, 'answered'))
  })
}

/** Closes an enquiry, so that it no longer waits; nobody is told. */
export function closeEnquiry(ctx: BusinessCtx, enquiryId: string): Result<Enquiry, EnquiryRefusal> {
  return move(ctx, enquiryId, () => 'closed')
}

/** Opens one that was closed: it is answered where somebody replied to it, else new. */
export function reopenEnquiry(ctx: BusinessCtx, enquiryId: string): Result<Enquiry, EnquiryRefusal> {
  return move(ctx, enquiryId, (db, { status }) => (status === 'closed' ? openedAgain(repliesTo(db, enquiryId).length) : status))
}

function move(ctx: BusinessCtx, enquiryId: string, to: (db: Db, enquiry: Enquiry) => EnquiryStatus): Result<Enquiry, EnquiryRefusal> {
  return transact((db): Result<Enquiry, EnquiryRefusal> => {
    const enquiry = enquiryById(db, ctx.businessId, enquiryId)
    if (!enquiry) return refuse({ kind: 'unknown-enquiry' })
    const wanted = to(db, enquiry)
    if (!enquiryMoves[enquiry.status].includes(wanted)) return refuse({ kind: 'not-from-here', status: enquiry.status })
    record(db, ctx, { businessId: ctx.businessId, action: wanted === 'closed' ? 'real-estate.enquiry.close' : 'real-estate.enquiry.reopen', subject: enquiryId })
    return ok(become(db, ctx, enquiry, wanted))
  })
}

function become(db: Db, ctx: BusinessCtx, enquiry: Enquiry, status: EnquiryStatus): Enquiry {
  statusUpdate(db).run({ businessId: ctx.businessId, enquiryId: enquiry.id, status })
  return { ...enquiry, status }
}

const insertReply = prepared((db) =>
  db.$client.prepare('INSERT INTO enquiry_replies (id, business_id, enquiry_id, body, author, sent_at) VALUES (@id, @businessId, @enquiryId, @body, @author, @now)'),
)

const statusUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; enquiryId: string; status: EnquiryStatus }>('UPDATE property_enquiries SET status = @status WHERE id = @enquiryId AND business_id = @businessId'),
)
