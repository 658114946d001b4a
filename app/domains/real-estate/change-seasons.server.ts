import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { isLocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { figures, isWithin } from './model/figures'
import type { Season } from './model/rates'
import { overlapping, yearsLater } from './model/season-year'
import { propertyById } from './queries.server'
import { seasonsOf } from './rates.server'
import { mostRows } from './save-rates.server'

export type StoredSeason = Season & { readonly id: string }

export type SeasonRefusal =
  /** None that is let by the night and has rates. */
  | { readonly kind: 'unknown-property' }
  | { readonly kind: 'unknown-season' }
  | { readonly kind: 'last-before-first' }
  | { readonly kind: 'out-of-range'; readonly from: number; readonly to: number }
  /** Some of its nights are in another one already; `copied` names the season that was to be copied. */
  | { readonly kind: 'overlaps'; readonly other: Season; readonly copied: string | null }
  | { readonly kind: 'too-many'; readonly most: number }
  /** Where it was to be copied from there is none. */
  | { readonly kind: 'nothing-to-copy' }

/** Adds a season (`seasonId` null) or changes one. What is booked keeps its price. */
export function saveSeason(ctx: BusinessCtx, listingId: string, seasonId: string | null, season: Season): Result<StoredSeason, SeasonRefusal> {
  return transact((db): Result<StoredSeason, SeasonRefusal> => {
    const seasons = seasonsToChange(db, ctx, listingId)
    if (!seasons) return refuse({ kind: 'unknown-property' })
    if (seasonId !== null && !seasons.some(({ id }) => id === seasonId)) return refuse({ kind: 'unknown-season' })
    const others = seasons.filter(({ id }) => id !== seasonId)
    const refusal = wrongSeason(season) ?? noRoomFor([season], others, false)
    if (refusal) return refuse(refusal)
    const stored = { ...season, id: seasonId ?? ctx.newId() }
    const write = seasonId === null ? insert : update
    write(db).run({ ...stored, listingId, businessId: ctx.businessId })
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.season.save', subject: listingId, changes: { ...season } })
    return ok(stored)
  })
}

/** Takes a season away: its nights cost what they usually do. What is booked keeps its price. */
export function removeSeason(ctx: BusinessCtx, listingId: string, seasonId: string): Result<StoredSeason, SeasonRefusal> {
  return transact((db): Result<StoredSeason, SeasonRefusal> => {
    const season = seasonsToChange(db, ctx, listingId)?.find(({ id }) => id === seasonId)
    if (!season) return refuse({ kind: 'unknown-season' })
    removal(db).run({ id: seasonId, listingId, businessId: ctx.businessId })
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.season.remove', subject: listingId, changes: { name: season.name } })
    return ok(season)
  })
}

export interface SeasonCopy {
  /** The property whose seasons are copied: this one, or another of the business. */
  readonly fromListingId: string
  /** The years in which those seasons begin that are copied, and in which they are to begin. */
  readonly fromYear: number
  readonly toYear: number
}

/** Copies the seasons that begin in a year into another one, all or none; a season that is there already stays and refuses what shares its nights. Answers how many. */
export function copySeasons(ctx: BusinessCtx, listingId: string, { fromListingId, fromYear, toYear }: SeasonCopy): Result<number, SeasonRefusal> {
  return transact((db): Result<number, SeasonRefusal> => {
    const seasons = seasonsToChange(db, ctx, listingId)
    const source = seasonsToChange(db, ctx, fromListingId)
    if (!seasons || !source) return refuse({ kind: 'unknown-property' })
    const copies = source.filter(({ firstNight }) => Number(firstNight.slice(0, 4)) === fromYear).map(({ id: _id, ...season }) => yearsLater(season, toYear - fromYear))
    if (copies.length === 0) return refuse({ kind: 'nothing-to-copy' })
    const refusal = noRoomFor(copies, seasons, true)
    if (refusal) return refuse(refusal)
    for (const season of copies) insert(db).run({ ...season, id: ctx.newId(), listingId, businessId: ctx.businessId })
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.season.copy', subject: listingId, changes: { fromListingId, fromYear, toYear, seasons: copies.length } })
    return ok(copies.length)
  })
}

function seasonsToChange(db: Db, ctx: BusinessCtx, listingId: string): StoredSeason[] | null {
  return propertyById(db, ctx.businessId, listingId)?.stay ? seasonsOf(db, listingId) : null
}

function wrongSeason({ firstNight, lastNight, minNights }: Season): SeasonRefusal | null {
  if (!isLocalDate(firstNight) || !isLocalDate(lastNight) || lastNight < firstNight) return { kind: 'last-before-first' }
  return minNights === null || isWithin('minNights', minNights) ? null : { kind: 'out-of-range', ...figures.minNights }
}

function noRoomFor(added: readonly Season[], others: readonly Season[], copied: boolean): SeasonRefusal | null {
  for (const season of added) {
    const other = overlapping(season, others)
    if (other) return { kind: 'overlaps', other, copied: copied ? season.name : null }
  }
  return others.length + added.length > mostRows.seasons ? { kind: 'too-many', most: mostRows.seasons } : null
}

// The file's own trigger refuses a row that overlaps another one, itself among them: a change is no insert.
const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO seasons (id, business_id, listing_id, name, first_night, last_night, nightly_minor, weekend_minor, min_nights)
     VALUES (@id, @businessId, @listingId, @name, @firstNight, @lastNight, @nightlyMinor, @weekendMinor, @minNights)`,
  ),
)

const update = prepared((db) =>
  db.$client.prepare(
    `UPDATE seasons SET name = @name, first_night = @firstNight, last_night = @lastNight, nightly_minor = @nightlyMinor, weekend_minor = @weekendMinor, min_nights = @minNights
     WHERE id = @id AND listing_id = @listingId AND business_id = @businessId`,
  ),
)

const removal = prepared((db) => db.$client.prepare('DELETE FROM seasons WHERE id = @id AND listing_id = @listingId AND business_id = @businessId'))
