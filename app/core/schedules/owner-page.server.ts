import { storeById } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { hoursOwner, type HoursOwner } from './owners.server'
import { refusalWords } from './refusals'

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
  const zone = storeById(db, ctx.businessId, owner.id)?.timeZone ?? ctx.business.timeZone
  const base = `/dashboard/${ctx.business.slug}/hours`
  return { owner, zone, today: localDateOf(ctx.now, zone), base, here: `${base}/${owner.id}` }
}
