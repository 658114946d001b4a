import type { I18n } from '@lingui/core'
import type { BusinessCtx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
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

/** What a domain shows of itself on the public page of a business. */
export interface PublicSection {
  readonly domain: TradeDomain
  readonly title: (i18n: I18n) => string
  /** What the button beside each row does: "Book". */
  readonly verb: (i18n: I18n) => string
  readonly rows: (db: Db, ctx: BusinessCtx) => PublicRow[]
  /** What to know where there is more than one row; none where there is nothing to say. */
  readonly ofSeveral?: (i18n: I18n) => string
}

let installed: readonly PublicSection[] = []

/** Hands the page of a business what its domains show, once, at start. */
export function installPublicSections(sections: readonly PublicSection[]): void {
  installed = sections
}

/** What the domains that a business has switched on show, in the registry's order; those with nothing to show are left out. */
export function publicSections(db: Db, ctx: BusinessCtx, enabled: readonly TradeDomain[]): { domain: TradeDomain; title: string; verb: string; rows: PublicRow[]; note: string | null }[] {
  return installed
    .filter(({ domain }) => enabled.includes(domain))
    .map(({ domain, title, verb, rows, ofSeveral }) => ({ domain, title: title(ctx.i18n), verb: verb(ctx.i18n), rows: rows(db, ctx), ofSeveral }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ ofSeveral, ...section }) => ({ ...section, note: section.rows.length > 1 ? (ofSeveral?.(ctx.i18n) ?? null) : null }))
}
