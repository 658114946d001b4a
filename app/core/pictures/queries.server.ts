import type { ImageFormat } from '~/platform/image-address'
import { prepared, type Db } from '~/platform/database.server'
import type { BusinessKind, PictureKind } from './model/kinds'
import type { PictureOwner } from './owners.server'
import { shownPicture, thumbnail, type ShownPicture, type ShownThumbnail } from './shown'

export interface PictureFile {
  readonly format: ImageFormat
  readonly width: number
  readonly height: number
  readonly hash: string
}

export interface Picture {
  readonly id: string
  readonly kind: PictureKind
  readonly ownerId: string
  readonly position: number
  /** What it shows, for those who do not see it. */
  readonly alt: string
  /** Of the largest size, in pixels. */
  readonly width: number
  readonly height: number
  readonly files: readonly PictureFile[]
}

/** The pictures of one thing in their order. */
export function picturesOf(db: Db, { businessId, userId, kind, id }: PictureOwner): Picture[] {
  return gathered(businessId === null ? ofUser(db).all({ userId, kind, id }) : ofOwner(db).all({ businessId, kind, id }))
}

/** A picture of one thing; another's is null. */
export function pictureById(db: Db, owner: PictureOwner, pictureId: string): Picture | null {
  return picturesOf(db, owner).find((picture) => picture.id === pictureId) ?? null
}

/** Every picture of one kind in a business, by what it is of; the first comes first. */
export function picturesOfKind(db: Db, businessId: string, kind: BusinessKind): Map<string, Picture[]> {
  const found = new Map<string, Picture[]>()
  for (const picture of gathered(ofKind(db).all({ businessId, kind }))) {
    found.set(picture.ownerId, [...(found.get(picture.ownerId) ?? []), picture])
  }
  return found
}

/** The pictures of something in a business as a page shows them, in their order. */
export function shownPictures(db: Db, businessId: string, kind: BusinessKind, id: string): ShownPicture[] {
  return gathered(ofOwner(db).all({ businessId, kind, id })).map(shownPicture)
}

/** The first picture of each thing of a kind, as a page shows it, by what it is of. */
export function firstPictures(db: Db, businessId: string, kind: BusinessKind): Map<string, ShownPicture> {
  return new Map([...picturesOfKind(db, businessId, kind)].flatMap(([id, [first]]) => (first ? [[id, shownPicture(first)] as const] : [])))
}

/** The first picture of each of these things, in small, by what it is of. */
export function thumbnails(db: Db, businessId: string, kind: BusinessKind, ids: readonly string[]): Map<string, ShownThumbnail> {
  return new Map(
    ids.flatMap((id) => {
      const [first] = gathered(ofOwner(db).all({ businessId, kind, id }))
      const shown = first && thumbnail(first)
      return shown ? [[id, shown] as const] : []
    }),
  )
}

/** An account's own picture; null where it has none. */
export function profilePicture(db: Db, userId: string): ShownPicture | null {
  const [picture] = gathered(ofUser(db).all({ userId, kind: 'profile', id: userId }))
  return picture ? shownPicture(picture) : null
}

/** Which of these hashes some picture names. */
export function namedByPictures(db: Db, hashes: readonly string[]): string[] {
  return named(db).all({ hashes: JSON.stringify(hashes) })
}

interface Row extends Omit<Picture, 'files'> {
  readonly fileFormat: ImageFormat
  readonly fileWidth: number
  readonly fileHeight: number
  readonly hash: string
}

// One row for each file, the files of a picture beside each other.
function gathered(rows: readonly Row[]): Picture[] {
  const found = new Map<string, Picture & { files: PictureFile[] }>()
  for (const { fileFormat, fileWidth, fileHeight, hash, ...picture } of rows) {
    const file = { format: fileFormat, width: fileWidth, height: fileHeight, hash }
    const before = found.get(picture.id)
    if (before) before.files.push(file)
    else found.set(picture.id, { ...picture, files: [file] })
  }
  return [...found.values()]
}

const select = `
  SELECT p.id, p.owner_kind AS kind, p.owner_id AS ownerId, p.position, p.alt, p.width, p.height,
    f.format AS fileFormat, f.width AS fileWidth, f.height AS fileHeight, f.hash
  FROM pictures p JOIN picture_files f ON f.picture_id = p.id`

interface OfOwner {
  readonly businessId: string
  readonly kind: string
  readonly id: string
}

const ofOwner = prepared((db) =>
  db.$client.prepare<OfOwner, Row>(`${select} WHERE p.business_id = @businessId AND p.owner_kind = @kind AND p.owner_id = @id ORDER BY p.position, p.id, f.width`),
)

const ofKind = prepared((db) =>
  db.$client.prepare<Omit<OfOwner, 'id'>, Row>(`${select} WHERE p.business_id = @businessId AND p.owner_kind = @kind ORDER BY p.owner_id, p.position, p.id, f.width`),
)

const ofUser = prepared((db) =>
  db.$client.prepare<{ userId: string | null; kind: string; id: string }, Row>(
    `${select} WHERE p.user_id = @userId AND p.owner_kind = @kind AND p.owner_id = @id ORDER BY p.position, p.id, f.width`,
  ),
)

const named = prepared((db) =>
  db.$client.prepare<{ hashes: string }, string>('SELECT DISTINCT f.hash FROM json_each(@hashes) AS one JOIN picture_files f ON f.hash = one.value').pluck(),
)
