import { redirect } from '@remix-run/node'
import { enabledDomains, type StaffProfile, type Store } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import { chosenInTurn, type Choice } from './choice'
import { startsOf, type Part } from './open-visits.server'
import { serviceBySlug, type Service } from './queries.server'
import { choosesPerson, onlyPerson, staffFor, staffOfAll, storeFor, storesOfAll } from './who-and-where.server'

/** More than this nobody does in one visit. */
export const mostServices = 5

/** One of the services of a visit, as a customer asks for it. */
export interface AskedPart extends Part {
  /** Null where anybody will do. */
  readonly person: StaffProfile | null
}

/** What a page's address says: one service or several, where, and with whom. */
export interface AskedVisit {
  readonly store: Store
  /** All that would do. */
  readonly stores: readonly Store[]
  readonly first: AskedPart
  /** Every service in its turn, the first among them. */
  readonly parts: readonly AskedPart[]
  /** One and the same person, whoever that is. */
  readonly onePerson: boolean
}

/** The service of a public page. Throws 404 with a way out where it is not to be booked, 301 where it has another slug now. */
export function offeredService(db: Db, ctx: BusinessCtx, slug: string, url: URL): Service {
  const found = enabledDomains(db, ctx.businessId).includes('appointments') ? serviceBySlug(db, ctx.businessId, slug) : null
  if (found && 'movedTo' in found) throw redirect(url.pathname.replace(`/appointments/${slug}`, `/appointments/${found.movedTo}`) + url.search, 301)
  return bookable(found) ?? notOffered(ctx)
}

interface Asking {
  readonly slug: string
  readonly query: URLSearchParams
  readonly url: URL
}

/**
 * Reads the visit that an address names: `also` and `with`, again and again, name further services and who does them; `together` asks for
 * one person for all. Throws 404 where a service, a place or a person is none.
 */
export function askedVisit(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking): AskedVisit {
  const service = offeredService(db, ctx, slug, url)
  const withWhom = query.getAll('with')
  const named = [{ service, wanted: query.get('staff') }]
  for (const [at, also] of query.getAll('also').entries()) {
    const other = alsoOffered(db, ctx, also)
    if (named.length < mostServices && !named.some((one) => one.service.listing.id === other.listing.id)) named.push({ service: other, wanted: withWhom[at] ?? null })
  }
  return visitOf(ctx, named, query)
}

/** The first service of an address alone. */
export function askedService(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking): AskedVisit {
  return visitOf(ctx, [{ service: offeredService(db, ctx, slug, url), wanted: query.get('staff') }], query)
}

/** The same where the customer must choose a person and has not: the first of them. */
export function withFirst(visit: AskedVisit): AskedVisit {
  const parts = visit.parts.map((part) => (part.service.staffChoice === 'must' && part.person === null && !visit.onePerson ? withPerson(part, part.service.staff[0]) : part))
  return { ...visit, parts, first: parts[0] ?? visit.first }
}

/** What is chosen of each service if the visit starts then. */
export function choicesAt({ parts, store }: Pick<AskedVisit, 'store'> & { readonly parts: readonly (Part & { readonly person: StaffProfile | null })[] }, start: number): Choice[] {
  const starts = startsOf({ parts }, start)
  return chosenInTurn(
    parts.map(({ service, person }, at) => ({ start: starts[at] ?? start, staff: person?.id ?? null, store: service.stores.length > 1 ? store.id : null })),
  )
}

interface Named {
  readonly service: Service
  readonly wanted: string | null
}

function visitOf(ctx: BusinessCtx, named: readonly Named[], query: URLSearchParams): AskedVisit {
  const services = named.map(({ service }) => service)
  const stores = storesOfAll(services)
  const store = storeFor({ stores }, query.get('store'))
  if (!store) notFound(ctx.i18n.t('This is not to be had at that place.'), seeBusiness(ctx))
  const parts = named.map(({ service, wanted }): AskedPart => {
    const staff = staffFor(service, wanted)
    if (!staff) notFound(ctx.i18n.t('Nobody of that name offers this.'), seeBusiness(ctx))
    return { service, staff, person: choosesPerson(service) && wanted ? (staff[0] ?? null) : onlyPerson(service) }
  })
  const visit = query.has('together') && parts.length > 1 ? byOne(parts, staffOfAll(services)) : { parts, onePerson: false }
  const [first] = visit.parts
  if (!first) notOffered(ctx)
  return { store, stores, first, ...visit }
}

/** One person for all: the one who is named, or whoever. Where two are named, or nobody does all, what is named holds. */
function byOne(parts: readonly AskedPart[], able: readonly StaffProfile[]): Pick<AskedVisit, 'parts' | 'onePerson'> {
  const named = new Set(parts.flatMap(({ person }) => person?.id ?? []))
  const one = able.find(({ id }) => named.has(id))
  if (named.size > 1 || able.length === 0 || (named.size === 1 && !one)) return { parts, onePerson: false }
  return one ? { parts: parts.map((part) => (choosesPerson(part.service) ? withPerson(part, one) : part)), onePerson: false } : { parts, onePerson: true }
}

function withPerson(part: AskedPart, person: StaffProfile | undefined): AskedPart {
  return person ? { ...part, person, staff: [person] } : part
}

// An old slug of a further service is followed without a word.
function alsoOffered(db: Db, ctx: BusinessCtx, slug: string): Service {
  const found = serviceBySlug(db, ctx.businessId, slug)
  return bookable(found && 'movedTo' in found ? serviceBySlug(db, ctx.businessId, found.movedTo) : found) ?? notOffered(ctx)
}

function bookable(found: ReturnType<typeof serviceBySlug>): Service | null {
  return found && !('movedTo' in found) && found.listing.status === 'active' && found.stores.length > 0 ? found : null
}

function notOffered(ctx: BusinessCtx): never {
  notFound(ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), seeBusiness(ctx))
}

function seeBusiness(ctx: BusinessCtx) {
  return { href: `/b/${ctx.business.slug}`, label: ctx.i18n.t('See what {business} offers', { business: ctx.business.name }) }
}
