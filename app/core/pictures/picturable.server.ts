import type { MemberCtx } from '~/platform/guarded.server'
import type { Db } from '~/platform/database.server'
import { enabledDomains, staffOf } from '../businesses/index.server'
import { listingsOf } from '../listings/index.server'
import { galleryHref } from './dashboard-owner.server'
import type { BusinessKind } from './model/kinds'
import { picturesOfKind } from './queries.server'
import { shownPicture, type ShownPicture } from './shown'

export interface PicturableThing {
  readonly href: string
  readonly name: string
  readonly count: number
  readonly first: ShownPicture | null
}

/** Everything of a business that may have pictures, with the first of each. */
export function picturable(db: Db, ctx: MemberCtx): Readonly<Record<'head' | 'people' | 'offers', PicturableThing[]>> {
  const { businessId, i18n } = ctx
  const things = (kind: BusinessKind, named: readonly { readonly id: string; readonly name: string }[]) => {
    const found = picturesOfKind(db, businessId, kind)
    return named.map(({ id, name }): PicturableThing => {
      const list = found.get(id) ?? []
      return { href: galleryHref(ctx, { kind, id }), name, count: list.length, first: list[0] ? shownPicture(list[0]) : null }
    })
  }
  const listings = enabledDomains(db, businessId).flatMap((domain) => listingsOf(db, businessId, { domain, statuses: ['draft', 'active', 'paused'] }))
  return {
    head: [...things('cover', [{ id: businessId, name: i18n.t('Cover') }]), ...things('logo', [{ id: businessId, name: i18n.t('Logo') }])],
    people: things('staff', staffOf(db, businessId)),
    offers: things('listing', listings.map(({ id, title }) => ({ id, name: title }))),
  }
}
