import type { Db } from '~/platform/database.server'
import type { PictureImage } from '~/ui/picture'

type Thumbnails = (db: Db, businessId: string, ids: readonly string[]) => ReadonlyMap<string, PictureImage>

let find: Thumbnails = () => new Map()

/** Hands over who keeps the pictures of listings, once, at start: that module stands after this one. */
export function installThumbnails(thumbnails: Thumbnails): void {
  find = thumbnails
}

/** The first picture of each of these listings, in small; those without any are left out. */
export function listingThumbnails(db: Db, businessId: string, ids: readonly string[]): ReadonlyMap<string, PictureImage> {
  return find(db, businessId, ids)
}
