import type { MemberCtx } from '~/platform/guarded.server'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { isBusinessKind } from './model/kinds'
import { ownerOf, type PictureOf, type PictureOwner } from './owners.server'
import { pictureById, type Picture } from './queries.server'
import { refusalWords } from './refusals'

type Params = Readonly<Record<string, string>>

/** What an address of the dashboard asks pictures of. Throws 404 where it names no kind of thing. */
export function ofAddress(ctx: MemberCtx, { kind = '', owner = '' }: Params): PictureOf {
  return isBusinessKind(kind) ? { kind, id: owner } : notFound(refusalWords(ctx.i18n, 'unknown-owner'))
}

/** What an address asks pictures of, with the page of its pictures. Throws 404 for what is not this business's. */
export function ownerAt(db: Db, ctx: MemberCtx, params: Params): PictureOwner & { readonly here: string } {
  const owner = ownerOf(db, ctx, ofAddress(ctx, params)) ?? notFound(refusalWords(ctx.i18n, 'unknown-owner'))
  return { ...owner, here: galleryHref(ctx, owner) }
}

/** The picture of an address with what it is of. Throws 404 for what is not this business's. */
export function pictureAt(db: Db, ctx: MemberCtx, params: Params): { readonly owner: PictureOwner & { readonly here: string }; readonly picture: Picture } {
  const owner = ownerAt(db, ctx, params)
  return { owner, picture: pictureById(db, owner, params.picture ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-picture')) }
}

/** The page of something's pictures. */
export function galleryHref(ctx: MemberCtx, { kind, id }: PictureOf): string {
  return `/dashboard/${ctx.business.slug}/pictures/${kind}/${id}`
}
