import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { resources } from './allocation'
import { businesses } from './businesses'
import { flag, id, instant, minorUnits, oneOf } from './columns'
import { listings } from './listings'
import { depositRule, paymentTerms } from './payments'
import { cancellationPolicies } from './pricing'
import { listingSessions } from './sessions'

export const eventForms = ['physical', 'virtual', 'hybrid'] as const

/** What a listing of this domain adds. Its dates are sessions. */
export const events = sqliteTable(
  'event_listings',
  {
    listingId: text('listing_id').primaryKey().references(() => listings.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    form: text({ enum: eventForms }).notNull(),
    venueName: text('venue_name'),
    venueAddress: text('venue_address'),
    latitude: real(),
    longitude: real(),
    /** Shown to registered people only. */
    virtualLink: text('virtual_link'),
    /** What those who are registered should know: doors, cloakroom, what to bring. */
    notes: text(),
    /** The youngest who are let in, in years; null: anybody. */
    ageLimit: integer('age_limit'),
    /** How many tickets one order may hold, of all types together. */
    mostPerOrder: integer('most_per_order').notNull(),
    approval: flag().notNull(),
    /** What holds when a customer cancels; null: the business's default. */
    policyId: text('policy_id').references(() => cancellationPolicies.id),
    /** When it is paid; null: as the business has it. */
    paymentTerms: text('payment_terms', { enum: paymentTerms }),
    depositPercent: integer('deposit_percent'),
    restDays: integer('rest_days'),
    /** Since when the whole event is off, and why, as everybody was told. */
    cancelledAt: instant(),
    cancelReason: text('cancel_reason'),
  },
  (t) => [
    oneOf('event_listings_form', t.form, eventForms),
    check('event_listings_venue', sql`form = 'virtual' or venue_name is not null`),
    check('event_listings_link', sql`form <> 'physical' or virtual_link is null`),
    check('event_listings_place', sql`(latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))`),
    check('event_listings_figures', sql`(age_limit is null or age_limit between 1 and 120) and most_per_order between 1 and 50`),
    check('event_listings_payment', depositRule),
  ],
)

/** What is sold: a kind of ticket, for every date of its event. */
export const ticketTypes = sqliteTable(
  'ticket_types',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => events.listingId),
    title: text().notNull(),
    description: text(),
    /** As the business writes it, in minor units of its currency; 0 is free. What it costs where none of its price steps holds. */
    priceMinor: integer('price_minor').notNull(),
    saleFrom: instant(),
    saleUntil: instant(),
    /** How many of it one order holds at least, if it holds any. */
    leastPerOrder: integer('least_per_order').notNull(),
    mostPerOrder: integer('most_per_order').notNull(),
    /** It is offered to those only who know this word; null: to everybody. */
    code: text(),
    active: flag().notNull(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('ticket_types_by_listing').on(t.listingId, t.position),
    minorUnits('ticket_types_price', t.priceMinor),
    check('ticket_types_figures', sql`price_minor >= 0 and least_per_order between 1 and 50 and most_per_order between least_per_order and 50`),
    check('ticket_types_sale', sql`sale_from is null or sale_until is null or sale_until > sale_from`),
  ],
)

/** Other prices of a ticket, tried in their order: until an instant, or for the first so many of each date, or both. */
export const ticketPrices = sqliteTable(
  'ticket_prices',
  {
    ticketTypeId: text('ticket_type_id').notNull().references(() => ticketTypes.id),
    position: integer().notNull(),
    /** What customers read: "Early bird". */
    title: text().notNull(),
    priceMinor: integer('price_minor').notNull(),
    untilAt: instant(),
    firstCount: integer('first_count'),
  },
  (t) => [
    primaryKey({ columns: [t.ticketTypeId, t.position] }),
    minorUnits('ticket_prices_price', t.priceMinor),
    check('ticket_prices_rule', sql`price_minor >= 0 and (until_at is not null or first_count is not null) and (first_count is null or first_count > 0)`),
  ],
)

/** How much there is of something that tickets share: the seats of a stand, the places of a meet-and-greet. A resource of its own on every date. */
export const eventQuotas = sqliteTable(
  'event_quotas',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => events.listingId),
    name: text().notNull(),
    /** How much there is of it on a date unless that date says otherwise; null: as much as is wanted. */
    capacity: integer(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('event_quotas_by_listing').on(t.listingId, t.position), check('event_quotas_capacity', sql`capacity is null or capacity >= 0`)],
)

/** Which quotas contain a ticket. Every date's own capacity contains them all and is not listed. */
export const ticketQuotas = sqliteTable(
  'ticket_quotas',
  {
    ticketTypeId: text('ticket_type_id').notNull().references(() => ticketTypes.id),
    quotaId: text('quota_id').notNull().references(() => eventQuotas.id),
  },
  (t) => [primaryKey({ columns: [t.ticketTypeId, t.quotaId] }), index('ticket_quotas_by_quota').on(t.quotaId)],
)

/** The pools of a date: one for each quota, and one for each kind of ticket, which is unlimited and counts what was sold of it. */
export const datePools = sqliteTable(
  'date_pools',
  {
    sessionId: text('session_id').notNull().references(() => listingSessions.id),
    quotaId: text('quota_id').references(() => eventQuotas.id),
    ticketTypeId: text('ticket_type_id').references(() => ticketTypes.id),
    resourceId: text('resource_id').notNull().references(() => resources.id),
  },
  (t) => [
    uniqueIndex('date_pools_of_quota').on(t.sessionId, t.quotaId).where(sql`quota_id is not null`),
    uniqueIndex('date_pools_of_ticket').on(t.sessionId, t.ticketTypeId).where(sql`ticket_type_id is not null`),
    uniqueIndex('date_pools_resource').on(t.resourceId),
    check('date_pools_one', sql`(quota_id is null) <> (ticket_type_id is null)`),
  ],
)
