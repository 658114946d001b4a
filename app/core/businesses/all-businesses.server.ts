import { and, desc, eq, like, lt, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '~/platform/database.server'
import { businesses } from '#db/schema/businesses'
import type { BusinessStatus } from './model/status-moves'
import type { Business } from './queries.server'

export interface BusinessFilter {
  /** Part of a name, or the beginning of an address. */
  readonly text?: string
  readonly status?: BusinessStatus
}

/** The place in a list sorted by time: of the last row shown. */
export interface BusinessCursor {
  readonly at: number
  readonly id: string
}

/** Every business that matches, the newest first, at most `limit`, older than the cursor. For admins: over all tenants. */
export function allBusinesses(db: Db, { text, status }: BusinessFilter, cursor: BusinessCursor | null, limit: number): Business[] {
  const conditions: (SQL | undefined)[] = []
  // LIKE's own signs, typed by a person, match any one letter.
  const typed = text?.replaceAll('%', '_')
  if (typed) conditions.push(or(like(businesses.name, `%${typed}%`), like(businesses.slug, `${typed}%`)))
  if (status) conditions.push(eq(businesses.status, status))
  if (cursor) conditions.push(or(lt(businesses.createdAt, cursor.at), and(eq(businesses.createdAt, cursor.at), lt(businesses.id, cursor.id))))
  return db
    .select()
    .from(businesses)
    .where(and(...conditions))
    .orderBy(desc(businesses.createdAt), desc(businesses.id))
    .limit(limit)
    .all()
}

/** How many businesses there are. */
export function countBusinesses(db: Db): number {
  return db.select({ n: sql<number>`count(*)` }).from(businesses).get()?.n ?? 0
}
