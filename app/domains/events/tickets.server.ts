import { prepared, type Db } from '~/platform/database.server'
import type { PriceStep } from './model/price-now'

/** A kind of ticket, for every date of its event. */
export interface TicketType {
  readonly id: string
  readonly listingId: string
  readonly title: string
  readonly description: string | null
  /** Minor units, as the business writes it; 0 is free. */
  readonly priceMinor: number
  /** Other prices, tried in their order. */
  readonly steps: readonly PriceStep[]
  readonly saleFrom: number | null
  readonly saleUntil: number | null
  readonly leastPerOrder: number
  readonly mostPerOrder: number
  /** Offered only to who knows this word; null: to everybody. */
  readonly code: string | null
  readonly active: boolean
  readonly position: number
  /** The ids of the quotas that contain it. */
  readonly quotaIds: readonly string[]
}

/** What tickets of an event share, on every date a resource of its own. */
export interface Quota {
  readonly id: string
  readonly listingId: string
  readonly name: string
  /** Of a date that says nothing else; null: as much as is wanted. */
  readonly capacity: number | null
  readonly position: number
}

/** A pool of a date: of a quota, or of a kind of ticket. */
export interface DatePool {
  readonly quotaId: string | null
  readonly ticketTypeId: string | null
  readonly resourceId: string
}

/** The kinds of ticket of an event, in its order, those out of the sale among them. */
export function ticketsOf(db: Db, listingId: string): TicketType[] {
  return typeRows(db).all({ listingId }).map((row) => ticketIn(db, row))
}

/** A kind of ticket of this business; null for anybody else's. */
export function ticketById(db: Db, businessId: string, id: string): TicketType | null {
  const row = typeRow(db).get({ businessId, id })
  return row ? ticketIn(db, row) : null
}

/** The quotas of an event, in its order. */
export function quotasOf(db: Db, listingId: string): Quota[] {
  return quotaRows(db).all({ listingId })
}

/** A quota of this business; null for anybody else's. */
export function quotaById(db: Db, businessId: string, id: string): Quota | null {
  return quotaRow(db).get({ businessId, id }) ?? null
}

/** The pools of a date beside the one that counts its places. */
export function datePoolsOf(db: Db, sessionId: string): DatePool[] {
  return poolRows(db).all({ sessionId })
}

interface TypeRow extends Omit<TicketType, 'steps' | 'active' | 'quotaIds'> {
  readonly active: number
}

function ticketIn(db: Db, row: TypeRow): TicketType {
  return {
    ...row,
    active: row.active === 1,
    steps: stepRows(db).all({ ticketTypeId: row.id }),
    quotaIds: memberRows(db).all({ ticketTypeId: row.id }).map(({ quotaId }) => quotaId),
  }
}

const typeColumns = `id, listing_id AS listingId, title, description, price_minor AS priceMinor, sale_from AS saleFrom, sale_until AS saleUntil,
  least_per_order AS leastPerOrder, most_per_order AS mostPerOrder, code, active, position`
const quotaColumns = 'id, listing_id AS listingId, name, capacity, position'

const typeRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, TypeRow>(`SELECT ${typeColumns} FROM ticket_types WHERE listing_id = @listingId ORDER BY position, id`),
)

const typeRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }, TypeRow>(`SELECT ${typeColumns} FROM ticket_types WHERE id = @id AND business_id = @businessId`),
)

const stepRows = prepared((db) =>
  db.$client.prepare<{ ticketTypeId: string }, PriceStep>(
    'SELECT title, price_minor AS priceMinor, until_at AS untilAt, first_count AS firstCount FROM ticket_prices WHERE ticket_type_id = @ticketTypeId ORDER BY position',
  ),
)

const memberRows = prepared((db) =>
  db.$client.prepare<{ ticketTypeId: string }, { quotaId: string }>('SELECT quota_id AS quotaId FROM ticket_quotas WHERE ticket_type_id = @ticketTypeId'),
)

const quotaRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, Quota>(`SELECT ${quotaColumns} FROM event_quotas WHERE listing_id = @listingId ORDER BY position, id`),
)

const quotaRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }, Quota>(`SELECT ${quotaColumns} FROM event_quotas WHERE id = @id AND business_id = @businessId`),
)

const poolRows = prepared((db) =>
  db.$client.prepare<{ sessionId: string }, DatePool>(
    // Each half has an index of its own.
    `SELECT quota_id AS quotaId, NULL AS ticketTypeId, resource_id AS resourceId FROM date_pools WHERE session_id = @sessionId AND quota_id IS NOT NULL
     UNION ALL SELECT NULL, ticket_type_id, resource_id FROM date_pools WHERE session_id = @sessionId AND ticket_type_id IS NOT NULL`,
  ),
)
