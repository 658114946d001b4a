import { prepared, type Db } from '~/platform/database.server'

/** The subjects of the bookings that claim something of a resource in `[from, to)`, by start. */
export function bookedSubjects(db: Db, businessId: string, resourceId: string, from: number, to: number): string[] {
  return bookedRows(db)
    .all({ businessId, resourceId, from, to })
    .map(({ subject }) => subject)
}

/** Exported for the test of its plan. */
export const bookedSql = `SELECT subject FROM allocations
  WHERE resource_id = @resourceId AND business_id = @businessId AND kind = 'booking' AND released_at IS NULL
    AND starts_at > @from - (SELECT longest_ms FROM resources WHERE id = @resourceId) AND starts_at < @to AND ends_at > @from ORDER BY starts_at`

const bookedRows = prepared((db) => db.$client.prepare<{ businessId: string; resourceId: string; from: number; to: number }, { subject: string }>(bookedSql))
