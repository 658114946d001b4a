import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { resources } from './allocation'
import { businesses, staff } from './businesses'
import { flag, id, instant, oneOf } from './columns'
import { listings } from './listings'
import { depositRule, paymentTerms } from './payments'
import { cancellationPolicies } from './pricing'

export const tenures = ['nightly', 'long-term', 'sale'] as const

/** What a listing of this domain adds: what and where it is, and how it is let. Its time zone is its store's. */
export const properties = sqliteTable(
  'properties',
  {
    listingId: text('listing_id').primaryKey().references(() => listings.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    tenure: text({ enum: tenures }).notNull(),
    /** The house that it is a part of; null: it stands by itself. A part has no parts (a trigger sees to it). */
    wholeId: text('whole_id').references((): AnySQLiteColumn => properties.listingId),
    /** What a stay in it claims; null where it has parts, since it claims theirs, and where it is not let by the night. */
    resourceId: text('resource_id').references(() => resources.id),
    street: text(),
    postalCode: text('postal_code'),
    city: text(),
    /** Degrees × 1,000,000, north and east positive. */
    latitudeE6: integer('latitude_e6'),
    longitudeE6: integer('longitude_e6'),
    bedrooms: integer(),
    beds: integer(),
    baths: integer(),
    /** Square metres. */
    size: integer(),
    amenities: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    houseRules: text('house_rules'),
    /** The number under which it is registered for letting. */
    licence: text(),
    approval: flag().notNull(),
    /** What holds when a stay is cancelled; null: the business's default. */
    policyId: text('policy_id').references(() => cancellationPolicies.id),
    /** When it is paid; null: as the business has it. */
    paymentTerms: text('payment_terms', { enum: paymentTerms }),
    depositPercent: integer('deposit_percent'),
    restDays: integer('rest_days'),
  },
  (t) => [
    index('properties_by_whole').on(t.wholeId).where(sql`whole_id is not null`),
    oneOf('properties_tenure', t.tenure, tenures),
    check('properties_whole', sql`whole_id is null or whole_id <> listing_id`),
    check('properties_resource', sql`resource_id is null or tenure = 'nightly'`),
    check('properties_place', sql`(latitude_e6 is null) = (longitude_e6 is null) and (latitude_e6 is null or (latitude_e6 between -90000000 and 90000000 and longitude_e6 between -180000000 and 180000000))`),
    check(
      'properties_figures',
      sql`(bedrooms is null or bedrooms between 0 and 200) and (beds is null or beds between 0 and 500) and (baths is null or baths between 0 and 200) and (size is null or size between 1 and 1000000)`,
    ),
    check('properties_payment', depositRule),
  ],
)

export const stayBounds = ['arrival', 'every-night'] as const

/** How a property is let by the night: what a night costs where no season or date says otherwise, and the rules of a stay. */
export const stayTerms = sqliteTable(
  'stay_terms',
  {
    listingId: text('listing_id').primaryKey().references(() => properties.listingId),
    businessId: text('business_id').notNull().references(() => businesses.id),
    nightlyMinor: integer('nightly_minor').notNull(),
    /** Null: weekends cost what other nights do. */
    weekendMinor: integer('weekend_minor'),
    /** ISO weekdays of the evenings that are weekend nights, as JSON: [5,6] is Friday and Saturday. */
    weekendDays: text('weekend_days', { mode: 'json' }).notNull().$type<readonly number[]>(),
    guestsIncluded: integer('guests_included').notNull(),
    guestsMost: integer('guests_most').notNull(),
    /** For each guest above those included, for each night. */
    extraGuestMinor: integer('extra_guest_minor').notNull(),
    /** Tourist tax for each night and person; 0: none. */
    taxMinor: integer('tax_minor').notNull(),
    /** For how many nights of a stay it is owed at most; null: for all. */
    taxNights: integer('tax_nights'),
    /** Who is younger is a child, and owes no tourist tax; 0: everybody owes it. */
    childAge: integer('child_age').notNull(),
    minNights: integer('min_nights').notNull(),
    maxNights: integer('max_nights'),
    /** Whether the night of arrival says how long a stay must be, or the strictest of all its nights. */
    stayBy: text('stay_by', { enum: stayBounds }).notNull(),
    /** ISO weekdays, as JSON. */
    arrivalDays: text('arrival_days', { mode: 'json' }).notNull().$type<readonly number[]>(),
    departureDays: text('departure_days', { mode: 'json' }).notNull().$type<readonly number[]>(),
    /** Nights that stay free after a stay; they are part of its claim. */
    prepareNights: integer('prepare_nights').notNull(),
    /** How many days before arrival it must be booked at the latest: 0 is the day itself. */
    noticeDays: integer('notice_days').notNull(),
    /** How many days ahead a stay may end. */
    windowDays: integer('window_days').notNull(),
    /** Minutes of wall time since midnight. */
    checkInFrom: integer('check_in_from').notNull(),
    /** The latest arrival; null: whenever. */
    checkInUntil: integer('check_in_until'),
    checkOutBy: integer('check_out_by').notNull(),
  },
  (t) => [
    oneOf('stay_terms_stay_by', t.stayBy, stayBounds),
    check(
      'stay_terms_amounts',
      sql`typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991 and (weekend_minor is null or (typeof(weekend_minor) = 'integer' and weekend_minor between 0 and 9007199254740991)) and typeof(extra_guest_minor) = 'integer' and extra_guest_minor between 0 and 9007199254740991 and typeof(tax_minor) = 'integer' and tax_minor between 0 and 9007199254740991`,
    ),
    check(
      'stay_terms_figures',
      sql`guests_included between 1 and guests_most and guests_most <= 200 and (tax_nights is null or tax_nights between 1 and 366) and child_age between 0 and 18 and min_nights between 1 and 366 and (max_nights is null or max_nights between min_nights and 366) and prepare_nights between 0 and 30 and notice_days between 0 and 365 and window_days between 1 and 730`,
    ),
    check('stay_terms_hours', sql`check_in_from between 0 and 1439 and (check_in_until is null or check_in_until between check_in_from and 1440) and check_out_by between 0 and 1440`),
  ],
)

/** Dates between which a night has another price. The seasons of one property do not overlap (a trigger sees to it). */
export const seasons = sqliteTable(
  'seasons',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    name: text().notNull(),
    /** The first night and the last one, both in it: "2027-07-01". */
    firstNight: text('first_night').notNull(),
    lastNight: text('last_night').notNull(),
    nightlyMinor: integer('nightly_minor').notNull(),
    /** Null: its weekends cost what its other nights do. */
    weekendMinor: integer('weekend_minor'),
    /** Null: as the property has it. */
    minNights: integer('min_nights'),
  },
  (t) => [
    index('seasons_by_listing').on(t.listingId, t.firstNight),
    check('seasons_dates', sql`last_night >= first_night and first_night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' and last_night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
    check(
      'seasons_amounts',
      sql`typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991 and (weekend_minor is null or (typeof(weekend_minor) = 'integer' and weekend_minor between 0 and 9007199254740991)) and (min_nights is null or min_nights between 1 and 366)`,
    ),
  ],
)

/** The price of a single night, whatever season and weekend say. */
export const nightPrices = sqliteTable(
  'night_prices',
  {
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    businessId: text('business_id').notNull().references(() => businesses.id),
    /** The date of its evening. */
    night: text().notNull(),
    nightlyMinor: integer('nightly_minor').notNull(),
    /** Why, in the owner's words; guests read it beside the price. */
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.night] }),
    check('night_prices_night', sql`night glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' and typeof(nightly_minor) = 'integer' and nightly_minor between 0 and 9007199254740991`),
  ],
)

export const discountKinds = ['length', 'early', 'late'] as const

/** A percentage off: for stays of so many nights or more, booked so many days before arrival or more (`early`), or so many or less (`late`). */
export const stayDiscounts = sqliteTable(
  'stay_discounts',
  {
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    businessId: text('business_id').notNull().references(() => businesses.id),
    kind: text({ enum: discountKinds }).notNull(),
    /** Nights for `length`, else days. */
    threshold: integer().notNull(),
    percent: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.kind, t.threshold] }),
    oneOf('stay_discounts_kind', t.kind, discountKinds),
    check('stay_discounts_figures', sql`threshold between (kind <> 'late') and 730 and percent between 1 and 90`),
  ],
)

export const feePers = ['stay', 'night', 'guest'] as const

/** What a stay costs beside its nights: cleaning and the like. */
export const stayFees = sqliteTable(
  'stay_fees',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    position: integer().notNull(),
    name: text().notNull(),
    per: text({ enum: feePers }).notNull(),
    amountMinor: integer('amount_minor').notNull(),
  },
  (t) => [
    index('stay_fees_by_listing').on(t.listingId, t.position),
    oneOf('stay_fees_per', t.per, feePers),
    check('stay_fees_amount', sql`typeof(amount_minor) = 'integer' and amount_minor between 1 and 9007199254740991`),
  ],
)

/** How a property that is for rent or for sale is shown to whoever comes: bookings of its agents' time. Without a row nobody can book a viewing. */
export const viewingTerms = sqliteTable(
  'viewing_terms',
  {
    listingId: text('listing_id').primaryKey().references(() => properties.listingId),
    businessId: text('business_id').notNull().references(() => businesses.id),
    minutes: integer().notNull(),
    noticeHours: integer('notice_hours').notNull(),
    windowDays: integer('window_days').notNull(),
  },
  () => [check('viewing_terms_figures', sql`minutes between 10 and 240 and notice_hours between 0 and 336 and window_days between 1 and 365`)],
)

/** Who shows a property: any one of them. */
export const viewingAgents = sqliteTable(
  'viewing_agents',
  {
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    businessId: text('business_id').notNull().references(() => businesses.id),
    staffId: text('staff_id').notNull().references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.staffId] })],
)

export const enquiryStatuses = ['new', 'answered', 'closed'] as const

/** Somebody asks about a property that is for rent or for sale. */
export const propertyEnquiries = sqliteTable(
  'property_enquiries',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => properties.listingId),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    contactPhone: text('contact_phone'),
    message: text().notNull(),
    /** The date from which they would like it, or on which they would like to see it. */
    wishedFor: text('wished_for'),
    language: text().notNull(),
    status: text({ enum: enquiryStatuses }).notNull(),
    /** Of the form that sent it: a post that is repeated is the same enquiry. */
    formKey: text('form_key').notNull(),
    askedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('property_enquiries_once').on(t.businessId, t.formKey),
    index('property_enquiries_by_business').on(t.businessId, t.askedAt, t.id),
    index('property_enquiries_by_status').on(t.businessId, t.status, t.askedAt, t.id),
    index('property_enquiries_by_listing').on(t.businessId, t.listingId, t.askedAt, t.id),
    oneOf('property_enquiries_status', t.status, enquiryStatuses),
    check('property_enquiries_wish', sql`wished_for is null or wished_for glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`),
  ],
)

/** What the business wrote back, as it was mailed. */
export const enquiryReplies = sqliteTable(
  'enquiry_replies',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    enquiryId: text('enquiry_id').notNull().references(() => propertyEnquiries.id),
    body: text().notNull(),
    /** Who wrote it, by name. */
    author: text().notNull(),
    sentAt: instant().notNull(),
  },
  (t) => [index('enquiry_replies_by_enquiry').on(t.enquiryId, t.id)],
)
