import type { I18n } from '@lingui/core'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import type { LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'

/** A line of the price list on a business's public page. */
export interface PublicRow {
  /** The listing. */
  readonly id: string
  /** The heading under which the business puts it; null for none. */
  readonly group: string | null
  readonly title: string
  /** As the business writes it, in minor units of its currency; null where no price is shown. */
  readonly priceMinor: number | null
  readonly about: string
  readonly href: string
}

/** A listing that a search found. */
export interface FoundOne {
  readonly id: string
  readonly businessId: string
}

/** What a search asked for: dates, both included, and how many people; null where it says nothing of them. */
export interface AskedDates {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly people: number | null
  /** The first of these dates on which it is free; null in a domain that keeps no free days. */
  readonly freeOn: LocalDate | null
}

/** What a domain shows of itself on the public page of a business, and of its listings in the search. */
export interface PublicSection {
  readonly domain: TradeDomain
  readonly title: (i18n: I18n) => string
  /** What the button beside each row does: "Book". */
  readonly verb: (i18n: I18n) => string
  readonly rows: (db: Db, ctx: BusinessCtx) => PublicRow[]
  /** What to know where there is more than one row; none where there is nothing to say. */
  readonly ofSeveral?: (i18n: I18n) => string
  /** What the price of a listing is for, and whether it is the lowest of several: "from €85.00 a night". Left out where the price says it all. */
  readonly priceWords?: (db: Db, ctx: Ctx, found: FoundOne & { readonly priceMinor: number; readonly currency: string }) => string
  /** What the page of a listing is asked so that it opens on what was searched for. Left out where it takes no dates. */
  readonly queryFor?: (db: Db, found: FoundOne, asked: AskedDates) => Readonly<Record<string, string>>
}

let installed: readonly PublicSection[] = []

/** Hands the page of a business what its domains show, once, at start. */
export function installPublicSections(sections: readonly PublicSection[]): void {
  installed = sections
}

/** What the domain of a listing shows; undefined where it shows nothing. */
export function publicSectionOf(domain: string): PublicSection | undefined {
  return installed.find((section) => section.domain === domain)
}

/** What the domains that a business has switched on show, in the registry's order; those with nothing to show are left out. */
export function publicSections(db: Db, ctx: BusinessCtx, enabled: readonly TradeDomain[]): { domain: TradeDomain; title: string; verb: string; rows: PublicRow[]; note: string | null }[] {
  return installed
    .filter(({ domain }) => enabled.includes(domain))
    .map(({ domain, title, verb, rows, ofSeveral }) => ({ domain, title: title(ctx.i18n), verb: verb(ctx.i18n), rows: rows(db, ctx), ofSeveral }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ ofSeveral, ...section }) => ({ ...section, note: section.rows.length > 1 ? (ofSeveral?.(ctx.i18n) ?? null) : null }))
}
