import { eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { businessDomains, businesses, businessSlugs, members } from '#db/schema/businesses'
import { businessCreated } from './events'
import { knownTrades } from './installed.server'
import { freeCode } from './model/codes'
import { freeSlug } from './model/slugs'
import type { Business, Store } from './queries.server'
import { insertStore, type StoreDetails } from './save-store.server'

export interface NewBusiness {
  /** The account that becomes its first owner. */
  readonly ownerId: string
  readonly name: string
  /** Two to four capital letters; null: made from the name. */
  readonly code: string | null
  readonly currency: string
  readonly timeZone: string
  readonly language: string
  /** The trades to switch on; the first is the default. */
  readonly domains: readonly string[]
  readonly store: StoreDetails
}

export type CreateBusinessRefusal =
  | { readonly kind: 'code-taken'; readonly free: string }
  | { readonly kind: 'unknown-domain'; readonly domain: string }

/** Opens a business with its first store, its first owner and its trades. */
export function createBusiness(ctx: Ctx, input: NewBusiness): Result<{ business: Business; store: Store }, CreateBusinessRefusal> {
  return transact((db) => {
    const unknown = input.domains.find((domain) => !knownTrades().some((trade) => trade.domain === domain))
    if (unknown !== undefined) return refuse({ kind: 'unknown-domain' as const, domain: unknown })
    if (input.code !== null && isCodeTaken(db, input.code)) return refuse({ kind: 'code-taken' as const, free: suggestCode(db, input.name) })

    const business = insertBusiness(db, ctx, input)
    const store = insertStore(db, ctx, business.id, input.store)
    db.insert(members).values({ id: ctx.newId(), businessId: business.id, userId: input.ownerId, role: 'owner', createdAt: ctx.now }).run()
    for (const domain of input.domains) {
      db.insert(businessDomains).values({ businessId: business.id, domain, enabledAt: ctx.now, enabledBy: input.ownerId }).run()
    }
    record(db, ctx, {
      businessId: business.id,
      action: 'businesses.business.create',
      subject: business.id,
      changes: { slug: business.slug, code: business.code, currency: business.currency, domains: input.domains },
    })
    announce(db, ctx, businessCreated, { businessId: business.id, subject: business.id, payload: { businessId: business.id, ownerId: input.ownerId } })
    return ok({ business, store })
  })
}

/** A free code that suits a name. */
export function suggestCode(db: Db, name: string): string {
  return freeCode(name, (code) => isCodeTaken(db, code))
}

/** Whether any business has this slug or has left it. */
export function isSlugTaken(db: Db, slug: string): boolean {
  const present = db.select({ id: businesses.id }).from(businesses).where(eq(businesses.slug, slug)).get()
  return present !== undefined || db.select({ slug: businessSlugs.slug }).from(businessSlugs).where(eq(businessSlugs.slug, slug)).get() !== undefined
}

function isCodeTaken(db: Db, code: string): boolean {
  return db.select({ id: businesses.id }).from(businesses).where(eq(businesses.code, code)).get() !== undefined
}

function insertBusiness(db: Db, ctx: Ctx, input: NewBusiness): Business {
  const id = ctx.newId()
  return db
    .insert(businesses)
    .values({
      id,
      slug: freeSlug(input.name, id, (slug) => isSlugTaken(db, slug)),
      code: input.code ?? suggestCode(db, input.name),
      name: input.name,
      currency: input.currency,
      timeZone: input.timeZone,
      language: input.language,
      status: 'active',
      defaultDomain: input.domains[0] ?? null,
      createdAt: ctx.now,
    })
    .returning()
    .get()
}
