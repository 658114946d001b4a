import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf } from './columns'

/** What happened, written in the transaction that made it happen; subscribers hear of it after commit. */
export const events = sqliteTable(
  'events',
  {
    id: id(),
    type: text().notNull(),
    version: integer().notNull(),
    businessId: text('business_id'),
    storeId: text('store_id'),
    subject: text().notNull(),
    occurredAt: instant().notNull(),
    actor: text({ mode: 'json' }).notNull().$type<{ kind: string; id?: string }>(),
    requestId: text('request_id').notNull(),
    cause: text(),
    payload: text({ mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    /** Null until every subscriber has its delivery row. */
    fannedOutAt: instant(),
  },
  (t) => [
    index('events_waiting').on(t.id).where(sql`fanned_out_at is null`),
    index('events_by_subject').on(t.subject, t.id),
  ],
)

export const deliveryStatuses = ['waiting', 'done', 'failed'] as const

/** One row for each event and subscriber: run until it succeeds once, or shown to the admin. */
export const deliveries = sqliteTable(
  'deliveries',
  {
    eventId: text('event_id').notNull().references(() => events.id),
    subscriber: text().notNull(),
    status: text({ enum: deliveryStatuses }).notNull(),
    attempts: integer().notNull().default(0),
    nextAt: instant().notNull(),
    error: text(),
    doneAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.subscriber] }),
    index('deliveries_due').on(t.nextAt).where(sql`status = 'waiting'`),
    index('deliveries_failed').on(t.eventId, t.subscriber).where(sql`status = 'failed'`),
    oneOf('deliveries_status', t.status, deliveryStatuses),
  ],
)

export const mailStatuses = ['waiting', 'sent', 'refused', 'failed'] as const

/** Every outgoing mail is a row with a key of its own, so that it is written once whatever happens. */
export const mails = sqliteTable(
  'mails',
  {
    id: id(),
    key: text().notNull(),
    businessId: text('business_id'),
    template: text().notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    /** Body, headers and attachments; purged after 30 days. */
    message: text({ mode: 'json' }).$type<MailBody>(),
    status: text({ enum: mailStatuses }).notNull(),
    attempts: integer().notNull().default(0),
    nextAt: instant().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    providerId: text('provider_id'),
    error: text(),
  },
  (t) => [
    uniqueIndex('mails_key').on(t.key),
    index('mails_due').on(t.nextAt).where(sql`status = 'waiting'`),
    index('mails_by_time').on(t.createdAt),
    index('mails_with_body').on(t.createdAt).where(sql`message is not null`),
    index('mails_given_up').on(t.createdAt).where(sql`status in ('refused', 'failed')`),
    oneOf('mails_status', t.status, mailStatuses),
  ],
)

export interface MailBody {
  readonly fromName: string | null
  readonly replyTo: string | null
  readonly html: string
  readonly text: string
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  /** Text, or bytes as base64 where it says so. */
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string; readonly encoding?: 'base64' }[]
}

/** Who changed what: append-only (a trigger refuses the rest). */
export const audit = sqliteTable(
  'audit',
  {
    id: id(),
    at: instant().notNull(),
    actor: text({ mode: 'json' }).notNull().$type<{ kind: string; id?: string }>(),
    businessId: text('business_id'),
    /** `domain.noun.verb` */
    action: text().notNull(),
    subject: text().notNull(),
    /** Names of changed fields; values only of those that are not personal. */
    changes: text({ mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    requestId: text('request_id').notNull(),
  },
  (t) => [index('audit_by_business').on(t.businessId, t.id), index('audit_by_subject').on(t.subject, t.id)],
)

/** The last runs of each job, for /readyz and the admin. */
export const jobRuns = sqliteTable('job_runs', {
  job: text().primaryKey(),
  startedAt: instant(),
  finishedAt: instant(),
  failedAt: instant(),
  error: text(),
  /** How long a run may be overdue before /readyz turns red, in milliseconds. */
  everyMs: integer('every_ms').notNull(),
})
