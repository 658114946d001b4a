import { and, desc, eq, gte, lt, sql, type SQL } from 'drizzle-orm'
import { audit } from '#db/schema/platform'
import type { Db } from './database.server'

export interface AuditRow {
  readonly id: string
  /** UTC milliseconds. */
  readonly at: number
  readonly actor: { readonly kind: string; readonly id?: string }
  readonly businessId: string | null
  readonly action: string
  readonly subject: string
  readonly changes: Record<string, unknown>
  readonly requestId: string
}

export interface AuditFilter {
  /** Always given on a business's own page; without it the rows of the whole house. */
  readonly businessId?: string
  /** The beginning of actions: `bookings.` or `bookings.booking.confirm`. */
  readonly action?: string
  readonly subject?: string
  readonly actorId?: string
}

/** Audit rows that pass the filter, the latest first, at most `limit`; `before` is the id of the last row of the page before. */
export function auditLog(db: Db, { businessId, action, subject, actorId }: AuditFilter, before: string | null, limit: number): AuditRow[] {
  const conditions: SQL[] = []
  if (businessId) conditions.push(eq(audit.businessId, businessId))
  if (subject) conditions.push(eq(audit.subject, subject))
  // U+FFFF sorts after every letter of an action: the range is the prefix.
  if (action) conditions.push(gte(audit.action, action), lt(audit.action, `${action}\uffff`))
  if (actorId) conditions.push(sql`${audit.actor} ->> '$.id' = ${actorId}`)
  if (before) conditions.push(lt(audit.id, before))
  return db
    .select()
    .from(audit)
    .where(and(...conditions))
    .orderBy(desc(audit.id))
    .limit(limit)
    .all()
}
