import { prepared, type Db } from '~/platform/database.server'

/** Makes the rest of a sale due at another instant, later or earlier, in the caller's transaction. */
export function postponeRest(db: Db, businessId: string, saleId: string, restDueAt: number): void {
  restUpdate(db).run({ businessId, saleId, restDueAt })
}

const restUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; saleId: string; restDueAt: number }>('UPDATE sales SET rest_due_at = @restDueAt WHERE id = @saleId AND business_id = @businessId'),
)
