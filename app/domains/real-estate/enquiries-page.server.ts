import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { deskShown } from './desk-viewing.server'
import { enquiriesPage, enquiryById, repliesTo, type EnquiryFilters } from './enquiries.server'
import { enquiryCursor, enquiryStatuses } from './model/enquiry-state'
import { propertiesOf } from './queries.server'

/** The list of enquiries as its address asks for it. */
export function enquiryList(db: Db, ctx: BusinessCtx, query: URLSearchParams) {
  const properties = propertiesOf(db, ctx.businessId, ['active', 'paused', 'draft', 'archived']).filter(({ tenure }) => tenure !== 'nightly')
  const filters: EnquiryFilters = {
    status: enquiryStatuses.find((status) => status === query.get('status')) ?? null,
    listingId: properties.find(({ listing }) => listing.id === query.get('property'))?.listing.id ?? null,
  }
  const after = enquiryCursor(query.get('after'))
  const { rows, next } = enquiriesPage(db, ctx.businessId, filters, after)
  const path = `/dashboard/${ctx.business.slug}/real-estate/enquiries`
  const href = (cursor: string | null) => withQuery(path, { status: filters.status, property: filters.listingId, after: cursor })
  return {
    path,
    filters,
    zone: ctx.business.timeZone,
    properties: properties.map(({ listing }) => ({ value: listing.id, label: listing.title })),
    rows: rows.map(({ id, title, contactName, message, status, askedAt }) => ({ id, title, contactName, message: message.length > 120 ? `${message.slice(0, 119)}…` : message, status, askedAt })),
    newer: after === null ? null : href(null),
    older: next === null ? null : href(`${next.at}_${next.id}`),
  }
}

/** One enquiry with what was written back; null where there is none. */
export function enquiryPage(db: Db, ctx: MemberCtx, enquiryId: string) {
  const enquiry = enquiryById(db, ctx.businessId, enquiryId)
  if (!enquiry) return null
  const visits = ctx.member.may('bookings.manage') && deskShown(db, ctx).some(({ listing }) => listing.id === enquiry.listingId)
  const property = propertiesOf(db, ctx.businessId, ['active']).find(({ listing }) => listing.id === enquiry.listingId)
  return {
    enquiry,
    replies: repliesTo(db, enquiry.id),
    zone: ctx.business.timeZone,
    /** Where this member books a viewing of it for whoever asks; null where nobody shows it. */
    viewing: visits ? `/dashboard/${ctx.business.slug}/real-estate/viewings/new?property=${enquiry.listingId}&enquiry=${enquiry.id}` : null,
    /** What customers see of it; null where they see nothing. */
    shown: property ? `/b/${ctx.business.slug}/real-estate/${property.listing.slug}` : null,
  }
}

function withQuery(path: string, query: Readonly<Record<string, string | null>>): string {
  const said = Object.entries(query).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said)}`
}
