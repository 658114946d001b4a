import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { Listing } from '../listings/index.server'
import { sessionById } from './queries.server'
import type { Session } from './rows.server'

/** The date that a public address names; null where it names none. Throws 404, with the way to the dates, where it is none of this listing. */
export function namedDate(db: Db, ctx: BusinessCtx, listing: Listing, id: string | null): Session | null {
  if (!id) return null
  const session = sessionById(db, ctx.businessId, id)
  return session?.listingId === listing.id ? session : notFound(ctx.i18n.t('There is no such date.'), toDates(ctx, listing))
}

/** The same where nothing goes on without a date: 404 also where the address names none. */
export function chosenDate(db: Db, ctx: BusinessCtx, listing: Listing, id: string | null): Session {
  return namedDate(db, ctx, listing, id) ?? notFound(ctx.i18n.t('Choose a date first.'), toDates(ctx, listing))
}

function toDates({ business, i18n }: BusinessCtx, { domain, slug, title }: Listing) {
  return { href: `/b/${business.slug}/${domain}/${slug}`, label: i18n.t('See the dates of {event}', { event: title }) }
}
