import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses, staff, stores } from './businesses'
import { id, instant, minorUnits, oneOf } from './columns'
import { contacts } from './contacts'
import { listings } from './listings'
import { sales } from './sales'
import { listingSessions } from './sessions'

export const bookingStatuses = ['held', 'pending', 'confirmed', 'completed', 'expired', 'declined', 'cancelled', 'no_show'] as const

export const paymentStates = ['unpaid', 'part-paid', 'settled', 'refund-due'] as const

/** A customer's claim on time, seats or nights. */
export const bookings = sqliteTable(
  'bookings',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    storeId: text('store_id').notNull().references(() => stores.id),
    contactId: text('contact_id').notNull().references(() => contacts.id),
    saleId: text('sale_id').notNull().references(() => sales.id),
    reference: text().notNull(),
    status: text({ enum: bookingStatuses }).notNull(),
    /** Random per render of the form; with the hash it makes a repeated post the same booking. */
    key: text().notNull(),
    keyHash: text('key_hash').notNull(),
    /** From the first item's start to the last one's end: what lists and calendars sort by. */
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** The customer's language at booking: mails are written in it. */
    language: text().notNull(),
    /** Contact's name and telephone as given for this booking. */
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email'),
    contactPhone: text('contact_phone'),
    /** The customer's special request. */
    note: text(),
    ownerNote: text('owner_note'),
    /** Why it was declined or cancelled, in the words of who did it. */
    reason: text(),
    placedAt: instant().notNull(),
    /** `online`, or `desk` where a member booked for the customer. */
    channel: text({ enum: ['online', 'desk'] }).notNull(),
    /** While held: until when it is to be paid, as the customer is told. It stays where it was not paid in time. */
    holdUntil: instant(),
    /** While held: what it becomes once it is paid. */
    afterHold: text('after_hold', { enum: ['pending', 'confirmed'] }),
    /** While pending: until when the business answers. */
    answerBy: instant(),
    /** Raising it revokes every manage link sent so far. */
    linkVersion: integer('link_version').notNull().default(1),
    /** Rises with each change that a calendar should take over (RFC 5545 SEQUENCE). */
    sequence: integer().notNull().default(0),
    /** Of its sale as booked, less what was let go of items that were called off alone. */
    totalMinor: integer('total_minor').notNull(),
    currency: text().notNull(),
    /** The cancellation policy in force when it was booked; null: everything goes back until it begins. */
    policy: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** The domain of its first item, kept by triggers: what lists tell it apart by. */
    domain: text(),
    /** How its sale stands, kept by triggers on sales, payments and refunds. */
    paymentState: text('payment_state', { enum: paymentStates }),
  },
  (t) => [
    uniqueIndex('bookings_reference').on(t.reference),
    uniqueIndex('bookings_key').on(t.businessId, t.key),
    // What lists filter by stands in the index: a walk along it reads no row that it leaves out.
    index('bookings_by_start').on(t.businessId, t.startsAt, t.id, t.status, t.domain, t.paymentState, t.storeId),
    index('bookings_by_placed').on(t.businessId, t.placedAt, t.id, t.status, t.domain, t.paymentState, t.storeId, t.startsAt),
    index('bookings_by_status').on(t.businessId, t.status, t.startsAt, t.id, t.domain, t.paymentState, t.storeId),
    index('bookings_by_domain').on(t.businessId, t.domain, t.startsAt),
    index('bookings_by_store').on(t.businessId, t.storeId, t.startsAt),
    index('bookings_by_payment').on(t.businessId, t.paymentState, t.startsAt),
    index('bookings_by_sale').on(t.saleId),
    index('bookings_by_contact').on(t.contactId, t.startsAt),
    index('bookings_answer_by').on(t.answerBy).where(sql`status = 'pending'`),
    index('bookings_hold_until').on(t.holdUntil).where(sql`status = 'held'`),
    index('bookings_to_complete').on(t.endsAt).where(sql`status = 'confirmed'`),
    oneOf('bookings_status', t.status, bookingStatuses),
    minorUnits('bookings_total', t.totalMinor),
    check('bookings_span', sql`ends_at >= starts_at`),
  ],
)

export const bookingItems = sqliteTable(
  'booking_items',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    /** The store of its booking, kept by a trigger where it is not written: so that calendars of one store read no booking that they do not show. */
    storeId: text('store_id').references(() => stores.id),
    position: integer().notNull(),
    listingId: text('listing_id').notNull().references(() => listings.id),
    domain: text().notNull(),
    /** Copied at booking, in the booking's language. */
    title: text().notNull(),
    /** What the customer is shown; buffers lie around it in the claims. */
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    timeZone: text('time_zone').notNull(),
    quantity: integer().notNull(),
    attendeeName: text('attendee_name'),
    attendeeEmail: text('attendee_email'),
    /** Who comes, folded (`kernel/folded`): what lists of a session sort by. Written with the row; triggers see that it never tells a name that is no longer there. */
    sortName: text('sort_name'),
    /** The member of staff who will do it; it may change without asking. */
    staffId: text('staff_id').references(() => staff.id),
    /** What was chosen, in the domain's own words: enough to claim it again for a move. */
    choice: text({ mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    /** The session that it is a place in. */
    sessionId: text('session_id').references(() => listingSessions.id),
    /** How its price came about, in the domain's own words. */
    trace: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** Net of tax, as booked. */
    priceMinor: integer('price_minor').notNull(),
    state: text({ enum: ['active', 'cancelled'] }).notNull(),
    /** Since when it may go to another date at the price it has: the business moved its session. */
    freedAt: integer('freed_at'),
  },
  (t) => [
    uniqueIndex('booking_items_position').on(t.bookingId, t.position),
    index('booking_items_by_time').on(t.businessId, t.startsAt),
    // For calendars: what lasts for a day or more stands apart, with the longest of it at hand, so that they look back as far as they must and
    // no further. Places in a session are the session's to show. To count them reads no row: the index holds what is asked.
    index('booking_items_short').on(t.businessId, t.startsAt, t.domain, t.staffId, t.storeId, t.endsAt, t.state, t.sessionId).where(sql`state = 'active' and session_id is null and ends_at - starts_at < 86400000`),
    index('booking_items_long').on(t.businessId, t.startsAt, t.endsAt, t.domain, t.staffId, t.storeId, t.state, t.sessionId).where(sql`state = 'active' and session_id is null and ends_at - starts_at >= 86400000`),
    index('booking_items_longest').on(t.businessId, sql`ends_at - starts_at`).where(sql`state = 'active' and session_id is null and ends_at - starts_at >= 86400000`),
    index('booking_items_by_staff').on(t.staffId, t.startsAt).where(sql`staff_id is not null`),
    index('booking_items_by_listing').on(t.listingId, t.startsAt),
    index('booking_items_by_session').on(t.sessionId, t.id).where(sql`session_id is not null`),
    index('booking_items_by_name').on(t.sessionId, t.sortName, t.id, t.bookingId, t.state, t.quantity, t.businessId).where(sql`session_id is not null`),
    check('booking_items_span', sql`ends_at > starts_at`),
  ],
)

/** Whose bookings they are: each member of staff of its items, kept by triggers, in the orders that lists have. */
export const bookingPeople = sqliteTable(
  'booking_people',
  {
    staffId: text('staff_id').notNull().references(() => staff.id),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    /** As the booking has them. */
    startsAt: instant().notNull(),
    placedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.bookingId, t.staffId] }),
    index('booking_people_by_start').on(t.staffId, t.startsAt, t.bookingId),
    index('booking_people_by_placed').on(t.staffId, t.placedAt, t.bookingId),
  ],
)

/** What a booking is found by, in one row, kept by triggers; `bookings_fts` (bookings.sql) is the index over it. */
export const bookingTexts = sqliteTable(
  'booking_texts',
  {
    id: integer().primaryKey(),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    /** The business's id as one word: each looks among its own. */
    business: text().notNull(),
    reference: text().notNull(),
    name: text().notNull(),
    email: text(),
    titles: text(),
    attendees: text(),
  },
  (t) => [uniqueIndex('booking_texts_booking').on(t.bookingId)],
)

/** Every step of a booking: who, when, what, why. Append-only. */
export const bookingSteps = sqliteTable(
  'booking_steps',
  {
    id: id(),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    at: instant().notNull(),
    actor: text({ mode: 'json' }).notNull().$type<{ kind: string; id?: string }>(),
    what: text({ enum: ['placed', 'confirmed', 'declined', 'cancelled', 'expired', 'moved', 'completed', 'no_show', 'reassigned', 'paid', 'item-cancelled'] }).notNull(),
    /** The item that it is about, where it is about one alone. */
    itemId: text('item_id').references(() => bookingItems.id),
    reason: text(),
    /** For a move: the times before it. */
    fromStartsAt: instant(),
    toStartsAt: instant(),
  },
  (t) => [index('booking_steps_by_booking').on(t.bookingId, t.id)],
)

export const changeRequestStatuses = ['open', 'granted', 'declined', 'expired', 'withdrawn'] as const

/** A move that the business must approve first. It claims what the booking does not hold already, until `expiresAt`. */
export const changeRequests = sqliteTable(
  'change_requests',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    itemId: text('item_id').notNull().references(() => bookingItems.id),
    choice: text({ mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    /** What it is to be instead; null: the same. */
    listingId: text('listing_id').references(() => listings.id),
    /** What must have been paid for the booking in all before it is granted, in minor units; null: nothing more. */
    payFirstMinor: integer('pay_first_minor'),
    /** Until when, as the customer is told; null once it is paid. */
    payBy: instant(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    status: text({ enum: changeRequestStatuses }).notNull(),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
    reason: text(),
  },
  (t) => [
    uniqueIndex('change_requests_open').on(t.itemId).where(sql`status = 'open'`),
    index('change_requests_by_booking').on(t.bookingId, t.id),
    index('change_requests_expiring').on(t.expiresAt).where(sql`status = 'open'`),
    oneOf('change_requests_status', t.status, changeRequestStatuses),
  ],
)

export const questionKinds = ['text', 'long-text', 'choice', 'yes-no'] as const

/** What a business asks who books a listing. */
export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    label: text().notNull(),
    hint: text(),
    kind: text({ enum: questionKinds }).notNull(),
    required: integer({ mode: 'boolean' }).notNull(),
    options: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    position: integer().notNull(),
    /** Which part of the listing asks it, in the domain's own words; null: all of it. */
    part: text(),
    /** A question that has answers is retired, not deleted. */
    retiredAt: instant(),
  },
  (t) => [index('questions_by_listing').on(t.listingId, t.position), oneOf('questions_kind', t.kind, questionKinds)],
)

export const answers = sqliteTable(
  'answers',
  {
    id: id(),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    itemId: text('item_id').notNull().references(() => bookingItems.id),
    questionId: text('question_id').notNull().references(() => questions.id),
    label: text().notNull(),
    answer: text().notNull(),
  },
  (t) => [uniqueIndex('answers_once').on(t.itemId, t.questionId), index('answers_by_booking').on(t.bookingId), index('answers_by_question').on(t.questionId)],
)

export const reminderKinds = ['day-before', 'hour-before'] as const

/** Due reminders of a booking; each is sent once, moved with a move, dropped with a cancellation. */
export const reminders = sqliteTable(
  'reminders',
  {
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    kind: text({ enum: reminderKinds }).notNull(),
    dueAt: instant().notNull(),
    sentAt: instant(),
    droppedAt: instant(),
  },
  (t) => [
    uniqueIndex('reminders_once').on(t.bookingId, t.kind, t.dueAt),
    index('reminders_due').on(t.dueAt).where(sql`sent_at is null and dropped_at is null`),
    oneOf('reminders_kind', t.kind, reminderKinds),
  ],
)
