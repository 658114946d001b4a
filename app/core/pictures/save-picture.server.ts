import { eq, inArray } from 'drizzle-orm'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { letGoOfBlobs, storeBlobs } from '~/platform/blobs.server'
import { transact, type Db } from '~/platform/database.server'
import { imageTypes } from '~/platform/image-address'
import type { DrawnImage } from '~/platform/images.server'
import { pictureFiles, pictures } from '#db/schema/pictures'
import { mostPictures } from './model/kinds'
import { ownerOf, type PictureCtx, type PictureOf, type PictureOwner } from './owners.server'
import { pictureById, picturesOf, type Picture } from './queries.server'

export type AddPictureRefusal = { readonly kind: 'unknown-owner' } | { readonly kind: 'too-many'; readonly most: number }
export type PictureRefusal = 'unknown-owner' | 'unknown-picture'

/**
 * Adds a picture after the others; where there may be one only, it takes the place of the one before. The bytes are stored first, in their
 * own file: what the row names is always there, and what no row comes to name is swept.
 */
export function addPicture(ctx: PictureCtx, of: PictureOf, drawn: DrawnImage, alt: string): Result<Picture, AddPictureRefusal> {
  storeBlobs(drawn.files.map(({ format, bytes }) => ({ type: imageTypes[format], bytes })), ctx.now)
  const letGo: string[] = []
  const answer = transact((db): Result<Picture, AddPictureRefusal> => {
    const owner = ownerOf(db, ctx, of)
    if (!owner) return refuse({ kind: 'unknown-owner' })
    const before = picturesOf(db, owner)
    const most = mostPictures(of.kind)
    if (most > 1 && before.length >= most) return refuse({ kind: 'too-many', most })
    if (most === 1) before.forEach((picture) => letGo.push(...erase(db, picture)))
    const position = (before.at(-1)?.position ?? 0) + 1
    const picture = insert(db, ctx, owner, drawn, { alt, position })
    note(db, ctx, owner, before.length > 0 && most === 1 ? 'replace' : 'add', picture.id)
    return ok(picture)
  })
  if (answer.ok) letGoOfBlobs(letGo, ctx.now)
  return answer
}

/** Changes what a picture says to those who do not see it. */
export function describePicture(ctx: PictureCtx, of: PictureOf, pictureId: string, alt: string): Result<void, PictureRefusal> {
  return withPicture(ctx, of, pictureId, (db, owner) => {
    db.update(pictures).set({ alt }).where(eq(pictures.id, pictureId)).run()
    note(db, ctx, owner, 'change', pictureId)
  })
}

/** Moves a picture one place up or down; at the end of the list nothing changes. The first one stands for all. */
export function movePicture(ctx: PictureCtx, of: PictureOf, pictureId: string, direction: 'up' | 'down'): Result<void, PictureRefusal> {
  return withPicture(ctx, of, pictureId, (db, owner, picture) => {
    const list = picturesOf(db, owner)
    const at = list.findIndex(({ id }) => id === pictureId)
    const other = list[direction === 'up' ? at - 1 : at + 1]
    if (!other) return
    db.update(pictures).set({ position: picture.position }).where(eq(pictures.id, other.id)).run()
    db.update(pictures).set({ position: other.position }).where(eq(pictures.id, pictureId)).run()
    note(db, ctx, owner, 'move', pictureId)
  })
}

/** Removes a picture. Its bytes stay for a day, for the pages that are open with it. */
export function removePicture(ctx: PictureCtx, of: PictureOf, pictureId: string): Result<void, PictureRefusal> {
  const letGo: string[] = []
  const answer = withPicture(ctx, of, pictureId, (db, owner, picture) => {
    letGo.push(...erase(db, picture))
    note(db, ctx, owner, 'remove', pictureId)
  })
  if (answer.ok) letGoOfBlobs(letGo, ctx.now)
  return answer
}

/** Removes an account's own picture. */
export function removeProfilePicture(ctx: PictureCtx, userId: string): Result<void, PictureRefusal> {
  return transact((db) => {
    const of = { kind: 'profile', id: userId } as const
    const owner = ownerOf(db, ctx, of)
    const [picture] = owner ? picturesOf(db, owner) : []
    return picture ? removePicture(ctx, of, picture.id) : refuse('unknown-picture')
  })
}

function withPicture(ctx: PictureCtx, of: PictureOf, pictureId: string, act: (db: Db, owner: PictureOwner, picture: Picture) => void): Result<void, PictureRefusal> {
  return transact((db): Result<void, PictureRefusal> => {
    const owner = ownerOf(db, ctx, of)
    if (!owner) return refuse('unknown-owner')
    const picture = pictureById(db, owner, pictureId)
    if (!picture) return refuse('unknown-picture')
    return ok(act(db, owner, picture))
  })
}

function insert(db: Db, ctx: PictureCtx, { businessId, userId, kind, id: ownerId }: PictureOwner, { width, height, files }: DrawnImage, { alt, position }: { alt: string; position: number }): Picture {
  const picture = { id: ctx.newId(), position, alt, width, height }
  db.insert(pictures).values({ ...picture, businessId, userId, ownerKind: kind, ownerId, createdAt: ctx.now }).run()
  db.insert(pictureFiles).values(files.map(({ bytes, ...file }) => ({ ...file, pictureId: picture.id, weight: bytes.length }))).run()
  return { ...picture, kind, ownerId, files }
}

/** Answers the hashes that the picture named. */
function erase(db: Db, { id, files }: Picture): string[] {
  db.delete(pictureFiles).where(eq(pictureFiles.pictureId, id)).run()
  db.delete(pictures).where(eq(pictures.id, id)).run()
  const hashes = files.map(({ hash }) => hash)
  const still = db.select({ hash: pictureFiles.hash }).from(pictureFiles).where(inArray(pictureFiles.hash, hashes)).all().map(({ hash }) => hash)
  return hashes.filter((hash) => !still.includes(hash))
}

function note(db: Db, ctx: PictureCtx, { businessId, kind, id }: PictureOwner, verb: string, subject: string): void {
  record(db, ctx, { ...(businessId === null ? {} : { businessId }), action: `pictures.picture.${verb}`, subject, changes: { of: kind, ownerId: id } })
}
