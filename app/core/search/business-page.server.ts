import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { PictureImage } from '~/ui/picture'
import { businessById, enabledDomains, staffOf, storesOf, type Store } from '../businesses/index.server'
import { categoriesOfBusiness } from '../listings/index.server'
import { firstPictures, shownPictures, thumbnails } from '../pictures/index.server'
import { policyFor, policyWords } from '../pricing/index.server'
import { ratingsOf } from '../reviews/index.server'
import { openingOf, type Opening } from './opening.server'
import { publicSections, type PublicRow } from './public-sections.server'

export interface ShownStore extends Pick<Store, 'id' | 'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'phone' | 'directions' | 'timeZone' | 'taxName' | 'taxIncluded'> {
  readonly opening: Opening
}

/** All that the public page of a business shows; null where it is gone. */
export function businessPage(db: Db, ctx: BusinessCtx) {
  const business = businessById(db, ctx.businessId)
  if (!business) return null
  const { name, slug, kicker, about, phone, website, currency, legalName, taxNumber } = business
  const [cover = drawn(business.cover)] = shownPictures(db, ctx.businessId, 'cover', ctx.businessId)
  const [logo = null] = shownPictures(db, ctx.businessId, 'logo', ctx.businessId)
  const portraits = firstPictures(db, ctx.businessId, 'staff')
  return {
    business: { name, slug, kicker, about, phone, website, cover, logo, currency, legalName, taxNumber },
    categories: categoriesOfBusiness(db, ctx.businessId),
    stores: storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map((store) => shown(db, store, ctx.now)),
    people: staffOf(db, ctx.businessId).filter(({ active }) => active).map(({ id, name: who, title, bio }) => ({ id, name: who, title, bio, portrait: portraits.get(id) ?? null })),
    policy: policyWords(ctx.i18n, policyFor(db, ctx.businessId, null)),
    sections: publicSections(db, ctx, enabledDomains(db, ctx.businessId)).map((section) => ({ ...section, rows: pictured(db, ctx, section.rows) })),
  }
}

/** Each row with the first picture of its listing and what customers gave it; null where it has none. */
function pictured(db: Db, { businessId }: BusinessCtx, rows: readonly PublicRow[]) {
  const pictures = thumbnails(db, businessId, 'listing', rows.map(({ id }) => id))
  const ratings = ratingsOf(db, rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, picture: pictures.get(row.id) ?? null, rating: ratings.get(row.id) ?? null }))
}

export type BusinessPage = NonNullable<ReturnType<typeof businessPage>>

// A business without a cover of its own may have one of the house's drawings.
function drawn(path: string | null): PictureImage | null {
  return path === null ? null : { src: path, alt: '', width: 1280, height: 400 }
}

function shown(db: Db, store: Store, now: number): ShownStore {
  const { id, name, line1, line2, postalCode, city, phone, directions, timeZone, taxName, taxIncluded } = store
  return { id, name, line1, line2, postalCode, city, phone, directions, timeZone, taxName, taxIncluded, opening: openingOf(db, store, now) }
}
