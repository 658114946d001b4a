import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { id, instant, oneOf } from './columns'
import { users } from './identity'

export const pictureKinds = ['logo', 'cover', 'listing', 'staff', 'profile'] as const

/** A picture of something: of a business's when `business_id` is set, of an account's own when `user_id` is. */
export const pictures = sqliteTable(
  'pictures',
  {
    id: id(),
    businessId: text('business_id').references(() => businesses.id),
    userId: text('user_id').references(() => users.id),
    ownerKind: text('owner_kind', { enum: pictureKinds }).notNull(),
    /** The id of the business, listing, staff profile or account that it shows. */
    ownerId: text('owner_id').notNull(),
    position: integer().notNull(),
    /** What it shows, for those who do not see it. */
    alt: text().notNull(),
    /** Of the largest size that is kept, in pixels. */
    width: integer().notNull(),
    height: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('pictures_by_business').on(t.businessId, t.ownerKind, t.ownerId, t.position),
    index('pictures_by_user').on(t.userId, t.ownerKind, t.ownerId).where(sql`user_id is not null`),
    oneOf('pictures_kind', t.ownerKind, pictureKinds),
    check('pictures_one_holder', sql`(business_id is null) <> (user_id is null)`),
  ],
)

export const pictureFormats = ['avif', 'webp', 'jpeg'] as const

/** One size of a picture in one format; its bytes lie in the blob file under their hash. */
export const pictureFiles = sqliteTable(
  'picture_files',
  {
    pictureId: text('picture_id').notNull().references(() => pictures.id),
    format: text({ enum: pictureFormats }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    /** How many bytes it weighs. */
    weight: integer().notNull(),
    /** SHA-256 of the bytes, in lower-case hexadecimal. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.pictureId, t.format, t.width] }),
    index('picture_files_by_hash').on(t.hash),
    oneOf('picture_files_format', t.format, pictureFormats),
  ],
)
