import type { Ctx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'

export interface Resource {
  readonly id: string
  readonly businessId: string
  readonly storeId: string | null
  readonly kind: 'person' | 'place' | 'pool'
  readonly ownerId: string | null
  readonly name: string
  readonly capacity: number | null
  readonly active: boolean
  readonly position: number
}

export interface NewResource {
  readonly businessId: string
  readonly storeId: string | null
  readonly kind: Resource['kind']
  /** What it stands for elsewhere: a member of staff, a listing. */
  readonly ownerId: string | null
  readonly name: string
  readonly capacity: number | null
}

/** The resource that stands for its owner, made where there is none yet. Answers its id. */
export function ensureResource(db: Db, ctx: Ctx, wanted: NewResource & { ownerId: string }): string {
  const found = resourceOfOwner(db, wanted.businessId, wanted.kind, wanted.ownerId)
  return found?.id ?? createResource(db, ctx, wanted)
}

/** A new resource at the end of the business's list. Answers its id. */
export function createResource(db: Db, ctx: Ctx, wanted: NewResource): string {
  const id = ctx.newId()
  insertResource(db).run({ ...wanted, id, now: ctx.now })
  return id
}

/** The resource that stands for an owner; null where there is none yet. */
export function resourceOfOwner(db: Db, businessId: string, kind: Resource['kind'], ownerId: string): Resource | null {
  return shaped(byOwner(db).get({ businessId, kind, ownerId }))
}

/** The ids of the resources that stand for a business's people, by the ids of the people. */
export function resourcesOfPeople(db: Db, businessId: string): Map<string, string> {
  return new Map(peopleRows(db).all({ businessId }).map(({ ownerId, id }) => [ownerId, id]))
}

/** A resource of this business; null for anybody else's. */
export function resourceById(db: Db, businessId: string, id: string): Resource | null {
  return shaped(byId(db).get({ businessId, id }))
}

/** The places (rooms, chairs) of a business, in its order. */
export function placesOf(db: Db, businessId: string): Resource[] {
  return placeRows(db)
    .all({ businessId })
    .map((row) => ({ ...row, active: row.active === 1 }))
}

type ResourceRow = Omit<Resource, 'active'> & { readonly active: number }

function shaped(row: ResourceRow | undefined): Resource | null {
  return row ? { ...row, active: row.active === 1 } : null
}

const columns = 'id, business_id AS businessId, store_id AS storeId, kind, owner_id AS ownerId, name, capacity, active, position'

const byOwner = prepared((db) =>
  db.$client.prepare<{ businessId: string; kind: string; ownerId: string }, ResourceRow>(
    `SELECT ${columns} FROM resources WHERE business_id = @businessId AND kind = @kind AND owner_id = @ownerId`,
  ),
)

const byId = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }, ResourceRow>(`SELECT ${columns} FROM resources WHERE id = @id AND business_id = @businessId`),
)

const peopleRows = prepared((db) =>
  db.$client.prepare<{ businessId: string }, { id: string; ownerId: string }>(
    "SELECT id, owner_id AS ownerId FROM resources WHERE business_id = @businessId AND kind = 'person' AND owner_id IS NOT NULL",
  ),
)

const placeRows = prepared((db) =>
  db.$client.prepare<{ businessId: string }, ResourceRow>(
    `SELECT ${columns} FROM resources WHERE business_id = @businessId AND kind = 'place' AND owner_id IS NULL ORDER BY position, name`,
  ),
)

const insertResource = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO resources (id, business_id, store_id, kind, owner_id, name, capacity, active, position, created_at)
     VALUES (@id, @businessId, @storeId, @kind, @ownerId, @name, @capacity, 1,
       (SELECT coalesce(max(position), -1) + 1 FROM resources WHERE business_id = @businessId AND kind = @kind), @now)`,
  ),
)
