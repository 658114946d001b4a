import { blocksBetween, blockTime, unblockTime, type Block } from '~/core/allocation/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, isLocalDate, type LocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { isLet, takenNights, todayAt, type LetProperty } from './availability.server'
import { countNights, nightsOf, nightsTaken } from './model/nights'
import { mostNights } from './model/stay-rules'
import { writeNightPrice } from './property-rows.server'
import { propertyById } from './queries.server'

/** What becomes of some nights: they are blocked, or no longer; they get a price of their own, or the usual one again. */
export type NightsAct =
  | { readonly kind: 'block'; readonly reason: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'price'; readonly nightlyMinor: number; readonly reason: string | null }
  | { readonly kind: 'usual-price' }

export interface NightsChange {
  /** Both are among them, by the dates of their evenings. */
  readonly firstNight: LocalDate
  readonly lastNight: LocalDate
  readonly act: NightsAct
}

export type NightsRefusal =
  | { readonly kind: 'unknown-property' }
  | { readonly kind: 'wrong-way-round' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'over' }
  /** Somebody stays there then, or it is blocked already. */
  | { readonly kind: 'taken'; readonly nights: readonly LocalDate[] }
  | { readonly kind: 'not-blocked' }

/** Blocks, frees or prices many nights of a property at once, all or none. Of a house with parts, blocking and freeing are about every part. */
export function changeNights(ctx: BusinessCtx, listingId: string, { firstNight, lastNight, act }: NightsChange): Result<number, NightsRefusal> {
  return transact((db): Result<number, NightsRefusal> => {
    const property = propertyById(db, ctx.businessId, listingId)
    if (!isLet(property)) return refuse({ kind: 'unknown-property' })
    if (!isLocalDate(firstNight) || !isLocalDate(lastNight) || lastNight < firstNight) return refuse({ kind: 'wrong-way-round' })
    const dates = { arrive: firstNight, depart: addDays(lastNight, 1) }
    if (countNights(dates) > mostNights) return refuse({ kind: 'too-many', most: mostNights })
    if (lastNight < todayAt(ctx, property)) return refuse({ kind: 'over' })
    const done = changed(db, ctx, property, dates, act)
    if (!done.ok) return done
    record(db, ctx, { businessId: ctx.businessId, action: `real-estate.nights.${act.kind}`, subject: listingId, changes: { firstNight, lastNight } })
    return ok(countNights(dates))
  })
}

interface Nights {
  readonly arrive: LocalDate
  readonly depart: LocalDate
}

function changed(db: Db, ctx: BusinessCtx, property: LetProperty, dates: Nights, act: NightsAct): Result<null, NightsRefusal> {
  switch (act.kind) {
    case 'block':
      return block(db, ctx, property, dates, act.reason)
    case 'free':
      return free(db, ctx, property, dates)
    case 'price':
    case 'usual-price': {
      const of = { listingId: property.listing.id, businessId: ctx.businessId }
      for (const night of nightsOf(dates)) writeNightPrice(db, of, night, act.kind === 'price' ? { nightlyMinor: act.nightlyMinor, reason: act.reason } : null)
      return ok(null)
    }
  }
}

function block(db: Db, ctx: BusinessCtx, property: LetProperty, dates: Nights, reason: string): Result<null, NightsRefusal> {
  const { start, end } = nightsTaken(dates, 0, property.store.timeZone)
  for (const resourceId of property.resourceIds) {
    const blocked = blockTime(ctx, { resourceId, startsAt: start, endsAt: end, reason })
    if (!blocked.ok) return refuse({ kind: 'taken', nights: [...takenNights(db, ctx, property, dates)].sort() })
  }
  return ok(null)
}

// What of a block lies before or after the nights that are freed stays blocked, for the same reason.
function free(db: Db, ctx: BusinessCtx, property: LetProperty, dates: Nights): Result<null, NightsRefusal> {
  const { start, end } = nightsTaken(dates, 0, property.store.timeZone)
  const blocks = blocksOf(db, property, start, end)
  if (blocks.length === 0) return refuse({ kind: 'not-blocked' })
  for (const { id, resourceId, startsAt, endsAt, reason } of blocks) {
    unblockTime(ctx, id)
    for (const rest of [{ startsAt, endsAt: start }, { startsAt: end, endsAt }]) {
      if (rest.startsAt < rest.endsAt) blockTime(ctx, { resourceId, ...rest, reason: reason ?? '' })
    }
  }
  return ok(null)
}

/** The blocks of a property, or of any of its parts, that touch `[from, to)`. */
export function blocksOf(db: Db, { listing, resourceIds }: Pick<LetProperty, 'listing' | 'resourceIds'>, from: number, to: number): Block[] {
  return blocksBetween(db, listing.businessId, from, to).filter(({ resourceId }) => resourceIds.includes(resourceId))
}
