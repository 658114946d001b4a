import { termsInForce, type PaymentTerms } from '~/core/payments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { AskedPart, AskedVisit } from './offered.server'
import { startsOf } from './open-visits.server'
import type { Service } from './queries.server'

/** One service of a visit, as every page on the way shows it. */
export interface ShownPart {
  readonly slug: string
  readonly title: string
  readonly description: string | null
  readonly minutes: number
  readonly priceMinor: number | null
  readonly staffChoice: Service['staffChoice']
  readonly person: { readonly slug: string; readonly name: string } | null
  readonly start: number | null
  readonly end: number | null
}

/** What every page on the way to a visit shows of it. */
export interface ShownVisit {
  readonly business: { readonly slug: string; readonly name: string; readonly currency: string }
  /** The first of its services. */
  readonly service: ShownPart
  /** All of them in their turn. */
  readonly parts: readonly ShownPart[]
  /** From the first start to the last end. */
  readonly minutes: number
  /** Whether the business says yes first. */
  readonly approval: boolean
  /** Null where there is none to show for one of them. */
  readonly priceMinor: number | null
  /** When it is paid; null where its services differ. */
  readonly terms: PaymentTerms | null
  readonly store: { readonly code: string; readonly name: string; readonly address: string; readonly zone: string; readonly phone: string | null }
  /** Whether there is more than one place to choose from. */
  readonly manyStores: boolean
  /** One and the same person for all is asked for, whoever that is. */
  readonly onePerson: boolean
  readonly start: number | null
  readonly end: number | null
  readonly readerZone: string | null
}

export function shownVisit(db: Db, ctx: BusinessCtx, visit: AskedVisit, start: number | null): ShownVisit {
  const { store, stores, onePerson } = visit
  const parts = shownParts(visit, start)
  const [service = shownPart(visit.first, start)] = parts
  const offsets = shownParts(visit, 0)
  const prices = parts.flatMap(({ priceMinor }) => priceMinor ?? [])
  return {
    business: { slug: ctx.business.slug, name: ctx.business.name, currency: ctx.business.currency },
    service,
    parts,
    minutes: (offsets.at(-1)?.end ?? 0) / minute,
    approval: visit.parts.some((part) => part.service.approval),
    priceMinor: prices.length === parts.length ? prices.reduce((sum, price) => sum + price, 0) : null,
    terms: termsOfAll(visit.parts.map((part) => termsInForce(db, ctx.businessId, part.service.payment))),
    store: {
      code: store.code, name: store.name, zone: store.timeZone, phone: store.phone,
      address: [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', '),
    },
    manyStores: stores.length > 1,
    onePerson,
    start,
    end: parts.at(-1)?.end ?? null,
    readerZone: ctx.zone,
  }
}

function shownParts(visit: AskedVisit, start: number | null): ShownPart[] {
  const starts = start === null ? [] : startsOf(visit, start)
  return visit.parts.map((part, at) => shownPart(part, starts[at] ?? null))
}

function shownPart({ service: { listing, durationMinutes, staffChoice }, person }: AskedPart, start: number | null): ShownPart {
  const { slug, title, description, priceMinor } = listing
  return {
    slug, title, description, priceMinor, staffChoice, minutes: durationMinutes, start,
    person: person && { slug: person.slug, name: person.name },
    end: start === null ? null : start + durationMinutes * minute,
  }
}

function termsOfAll(all: readonly PaymentTerms[]): PaymentTerms | null {
  const [first = null] = all
  return all.every((terms) => JSON.stringify(terms) === JSON.stringify(first)) ? first : null
}
