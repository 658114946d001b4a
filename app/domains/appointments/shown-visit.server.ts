import type { Question } from '~/core/bookings/index.server'
import { termsInForce, type PaymentTerms } from '~/core/payments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Wanted } from './offered.server'
import type { Service } from './queries.server'

/** What every page on the way to a visit shows of it. */
export interface ShownVisit {
  readonly business: { readonly slug: string; readonly name: string; readonly currency: string }
  readonly service: {
    readonly slug: string
    readonly title: string
    readonly description: string | null
    readonly minutes: number
    readonly approval: boolean
    readonly priceMinor: number | null
    readonly staffChoice: Service['staffChoice']
    /** When it is paid. */
    readonly terms: PaymentTerms
  }
  readonly store: { readonly code: string; readonly name: string; readonly address: string; readonly zone: string; readonly phone: string | null }
  /** Whether there is more than one place to choose from. */
  readonly manyStores: boolean
  readonly person: { readonly slug: string; readonly name: string } | null
  readonly start: number | null
  readonly end: number | null
  readonly readerZone: string | null
}

export type ShownQuestion = Question

export function shownVisit(db: Db, ctx: BusinessCtx, service: Service, { store, person }: Wanted, start: number | null): ShownVisit {
  const { slug, title, description, priceMinor } = service.listing
  return {
    business: { slug: ctx.business.slug, name: ctx.business.name, currency: ctx.business.currency },
    service: { slug, title, description, priceMinor, minutes: service.durationMinutes, approval: service.approval, staffChoice: service.staffChoice, terms: termsInForce(db, ctx.businessId, service.payment) },
    store: {
      code: store.code, name: store.name, zone: store.timeZone, phone: store.phone,
      address: [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', '),
    },
    manyStores: service.stores.length > 1,
    person: person && { slug: person.slug, name: person.name },
    start,
    end: start === null ? null : start + service.durationMinutes * minute,
    readerZone: ctx.zone,
  }
}
