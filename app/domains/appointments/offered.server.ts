import { redirect } from '@remix-run/node'
import { enabledDomains, type StaffProfile, type Store } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { staffFor, storeFor } from './open-slots.server'
import { serviceBySlug, type Service } from './queries.server'

/** The service of a public page. Throws 404 with a way out where it is not to be booked, 301 where it has another slug now. */
export function offeredService(db: Db, ctx: BusinessCtx, slug: string, url: URL): Service {
  const found = enabledDomains(db, ctx.businessId).includes('appointments') ? serviceBySlug(db, ctx.businessId, slug) : null
  if (found && 'movedTo' in found) throw redirect(url.pathname.replace(`/appointments/${slug}`, `/appointments/${found.movedTo}`) + url.search, 301)
  if (!found || found.listing.status !== 'active' || found.stores.length === 0) {
    notFound(ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), seeBusiness(ctx))
  }
  return found
}

/** What a page's address says beside the service: where, and with whom. */
export interface Wanted {
  readonly store: Store
  /** Null where anybody will do. */
  readonly person: StaffProfile | null
  /** The people who would do. */
  readonly staff: readonly StaffProfile[]
}

/** Store and person of an address. Throws 404 for one that does not offer the service. */
export function wantedFrom(ctx: BusinessCtx, service: Service, query: URLSearchParams): Wanted {
  const store = storeFor(service, query.get('store'))
  if (!store) notFound(ctx.i18n.t('This is not to be had at that place.'), seeBusiness(ctx))
  const staff = staffFor(service, query.get('staff'))
  if (!staff) notFound(ctx.i18n.t('Nobody of that name offers this.'), seeBusiness(ctx))
  const chosen = service.staffChoice !== 'none' && service.staffChoice !== 'places' && Boolean(query.get('staff'))
  return { store, staff, person: chosen ? (staff[0] ?? null) : null }
}

/** The same where the customer must choose a person and has not: the first of them. */
export function wantedOrFirst(ctx: BusinessCtx, service: Service, query: URLSearchParams): Wanted {
  const wanted = wantedFrom(ctx, service, query)
  const [first] = service.staff
  return service.staffChoice === 'must' && wanted.person === null && first ? { ...wanted, person: first, staff: [first] } : wanted
}

function seeBusiness(ctx: BusinessCtx) {
  return { href: `/b/${ctx.business.slug}`, label: ctx.i18n.t('See what {business} offers', { business: ctx.business.name }) }
}
