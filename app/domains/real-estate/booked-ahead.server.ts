import { subjectsBetween } from '~/core/allocation/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { Property } from './queries.server'

const forever = Number.MAX_SAFE_INTEGER

/** The subjects of all claims on a property from now on: stays, blocked nights, other channels' entries; in no order, each once. */
export function bookedAhead(db: Db, ctx: BusinessCtx, { resourceIds }: Pick<Property, 'resourceIds'>): string[] {
  return [...new Set(resourceIds.flatMap((id) => subjectsBetween(db, ctx.businessId, id, ctx.now, forever, ctx.now)))]
}

/** Those that claim the whole of it: every part it has. With a single part that is whatever claims it. */
export function bookedAsWhole(db: Db, ctx: BusinessCtx, { resourceIds }: Pick<Property, 'resourceIds'>): string[] {
  const claimed = resourceIds.map((id) => new Set(subjectsBetween(db, ctx.businessId, id, ctx.now, forever, ctx.now)))
  const [first, ...others] = claimed
  return [...(first ?? [])].filter((subject) => others.every((subjects) => subjects.has(subject)))
}
