import { sql } from 'drizzle-orm'
import type { Actor, Ctx } from '~/kernel/ctx'
import { audit } from '#db/schema/platform'
import { prepared, type Db } from './database.server'

export interface AuditEntry {
  readonly businessId?: string
  /** `domain.noun.verb`, such as `bookings.booking.confirm`. */
  readonly action: string
  /** The id of what was changed. */
  readonly subject: string
  /** Values of fields that are not personal; of personal ones only the name, as `{ changed: ['email'] }`. */
  readonly changes?: Readonly<Record<string, unknown>>
}

/** Writes who did what, in the transaction that did it. */
export function record(db: Db, ctx: Ctx, entry: AuditEntry): void {
  insertAudit(db).run({
    id: ctx.newId(),
    at: ctx.now,
    actor: auditActor(ctx.actor),
    businessId: entry.businessId ?? null,
    action: entry.action,
    subject: entry.subject,
    changes: entry.changes ?? {},
    requestId: ctx.requestId,
  })
}

/** Kind and id of who acts, as rows keep it. */
export function auditActor(actor: Actor): { kind: string; id?: string } {
  switch (actor.kind) {
    case 'nobody':
      return { kind: 'nobody' }
    case 'user':
      return { kind: 'user', id: actor.id }
    case 'link':
      return { kind: 'link', id: actor.bookingId }
    case 'system':
      return { kind: 'system', id: actor.job }
  }
}

const insertAudit = prepared((db) =>
  db
    .insert(audit)
    .values({
      id: sql.placeholder('id'),
      at: sql.placeholder('at'),
      actor: sql.placeholder('actor'),
      businessId: sql.placeholder('businessId'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
      changes: sql.placeholder('changes'),
      requestId: sql.placeholder('requestId'),
    })
    .prepare(),
)
