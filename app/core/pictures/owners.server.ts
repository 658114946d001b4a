import type { BusinessFacts, Ctx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { staffById } from '../businesses/index.server'
import { userById } from '../identity/index.server'
import { listingById } from '../listings/index.server'
import type { PictureKind } from './model/kinds'

/** What a picture is of: its kind, and the id of the business, listing, staff profile or account. */
export interface PictureOf {
  readonly kind: PictureKind
  readonly id: string
}

/** A request within a business, or one of an account for its own picture. */
export type PictureCtx = Ctx & { readonly businessId?: string; readonly business?: BusinessFacts }

/** What has pictures, with whose they are. */
export interface PictureOwner extends PictureOf {
  readonly name: string
  readonly businessId: string | null
  readonly userId: string | null
}

/** What is to be pictured; null for what does not exist and for what is another's. */
export function ownerOf(db: Db, ctx: PictureCtx, { kind, id }: PictureOf): PictureOwner | null {
  if (kind === 'profile') {
    const user = ctx.actor.kind === 'user' && ctx.actor.id === id ? userById(db, id) : null
    return user && { kind, id, name: user.name, businessId: null, userId: id }
  }
  if (!ctx.businessId || !ctx.business) return null
  const name = nameOf(db, ctx.businessId, ctx.business.name, { kind, id })
  return name === null ? null : { kind, id, name, businessId: ctx.businessId, userId: null }
}

function nameOf(db: Db, businessId: string, businessName: string, { kind, id }: PictureOf): string | null {
  if (kind === 'staff') return staffById(db, businessId, id)?.name ?? null
  if (kind === 'listing') return listingById(db, businessId, id)?.title ?? null
  return id === businessId ? businessName : null
}
