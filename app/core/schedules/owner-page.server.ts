import { storeById } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { hoursOwner, type HoursOwner } from './owners.server'
import { refusalWords } from './refusals'
import { visitsOutside } from './visits.server'

interface OwnerPage {
  readonly owner: HoursOwner
  /** Hours are wall time of this zone: a store's own, else the business's. */
  readonly zone: string
  readonly today: string
  readonly base: string
  readonly here: string
}

/** What every page about one owner's hours begins with; a 404 where the business has no such owner. */
export function ownerPage(db: Db, ctx: BusinessCtx, ownerId: string | undefined): OwnerPage {
  const owner = hoursOwner(db, ctx.businessId, ownerId ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-owner'))
  const zone = zoneOf(db, ctx, owner.id)
  const base = `/dashboard/${ctx.business.slug}/hours`
  return { owner, zone, today: localDateOf(ctx.now, zone), base, here: `${base}/${owner.id}` }
}

/** The message after other hours or days off were saved: it says how much is booked outside of them. */
export function savedMessage(ctx: BusinessCtx, ownerId: string, days: { readonly from: string; readonly to: string }): { key: string; params?: Record<string, string> } {
  const count = read((db) => visitsOutside(db, ctx.businessId, ownerId, days, zoneOf(db, ctx, ownerId)).length)
  return count === 0 ? { key: 'schedules.saved' } : { key: 'schedules.saved-over', params: { count: String(count) } }
}

function zoneOf(db: Db, ctx: BusinessCtx, ownerId: string): string {
  return storeById(db, ctx.businessId, ownerId)?.timeZone ?? ctx.business.timeZone
}
