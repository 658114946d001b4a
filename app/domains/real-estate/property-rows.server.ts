import { termColumns } from '~/core/payments/index.server'
import { prepared, type Db } from '~/platform/database.server'
import type { Discount, Fee, Season } from './model/rates'
import type { PropertyFacts, StayTerms, ViewingTerms } from './queries.server'

interface PropertyToWrite extends PropertyFacts {
  readonly listingId: string
  readonly businessId: string
  readonly wholeId: string | null
  readonly resourceId: string | null
}

/** Writes what and where a property is, in the caller's transaction. */
export function writeProperty(db: Db, property: PropertyToWrite): void {
  const { listingId, businessId, tenure, wholeId, resourceId, street, postalCode, city, latitudeE6, longitudeE6, bedrooms, beds, baths, size, houseRules, licence, policyId } = property
  propertyUpsert(db).run({
    listingId, businessId, tenure, wholeId, resourceId, street, postalCode, city, latitudeE6, longitudeE6, bedrooms, beds, baths, size, houseRules, licence, policyId,
    amenities: JSON.stringify(property.amenities),
    approval: property.approval ? 1 : 0,
    ...(property.payment ? termColumns(property.payment) : { paymentTerms: null, depositPercent: null, restDays: null }),
  })
}

/** Writes how it is shown to whoever comes to see it, in the caller's transaction; null: nobody can book a viewing. */
export function writeViewing(db: Db, { listingId, businessId }: { readonly listingId: string; readonly businessId: string }, viewing: ViewingTerms | null): void {
  for (const clear of [agentsDelete, viewingDelete]) clear(db).run({ listingId })
  if (viewing === null) return
  const { agentIds, ...terms } = viewing
  viewingInsert(db).run({ listingId, businessId, ...terms })
  for (const staffId of agentIds) agentInsert(db).run({ listingId, businessId, staffId })
}

/** Writes how it is let by the night, in the caller's transaction. */
export function writeStayTerms(db: Db, of: { readonly listingId: string; readonly businessId: string }, terms: StayTerms): void {
  const { weekendDays, arrivalDays, departureDays, ...figures } = terms
  termsUpsert(db).run({ ...of, ...figures, weekendDays: JSON.stringify(weekendDays), arrivalDays: JSON.stringify(arrivalDays), departureDays: JSON.stringify(departureDays) })
}

/** Puts these seasons, percentages and fees in place of those a property has, in the caller's transaction. */
export function replaceRates(
  db: Db,
  of: { readonly listingId: string; readonly businessId: string; readonly newId: () => string },
  { seasons, discounts, fees }: { readonly seasons?: readonly Season[]; readonly discounts: readonly Discount[]; readonly fees: readonly Fee[] },
): void {
  const { listingId, businessId, newId } = of
  for (const clear of [...(seasons ? [seasonsDelete] : []), discountsDelete, feesDelete]) clear(db).run({ listingId })
  for (const { name, firstNight, lastNight, nightlyMinor, weekendMinor, minNights } of seasons ?? []) {
    seasonInsert(db).run({ id: newId(), businessId, listingId, name, firstNight, lastNight, nightlyMinor, weekendMinor, minNights })
  }
  for (const { kind, threshold, percent } of discounts) discountInsert(db).run({ businessId, listingId, kind, threshold, percent })
  fees.forEach(({ name, per, amountMinor }, position) => feeInsert(db).run({ id: newId(), businessId, listingId, position, name, per, amountMinor }))
}

/** Gives a night a price of its own, or (null) the one that its season has again. In the caller's transaction. */
export function writeNightPrice(db: Db, of: { readonly listingId: string; readonly businessId: string }, night: string, price: { readonly nightlyMinor: number; readonly reason: string | null } | null): void {
  if (price) nightUpsert(db).run({ ...of, night, ...price })
  else nightDelete(db).run({ listingId: of.listingId, night })
}

const propertyUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO properties (listing_id, business_id, tenure, whole_id, resource_id, street, postal_code, city, latitude_e6, longitude_e6, bedrooms, beds, baths,
       size, amenities, house_rules, licence, approval, policy_id, payment_terms, deposit_percent, rest_days)
     VALUES (@listingId, @businessId, @tenure, @wholeId, @resourceId, @street, @postalCode, @city, @latitudeE6, @longitudeE6, @bedrooms, @beds, @baths,
       @size, @amenities, @houseRules, @licence, @approval, @policyId, @paymentTerms, @depositPercent, @restDays)
     ON CONFLICT (listing_id) DO UPDATE SET tenure = excluded.tenure, whole_id = excluded.whole_id, resource_id = excluded.resource_id, street = excluded.street,
       postal_code = excluded.postal_code, city = excluded.city, latitude_e6 = excluded.latitude_e6, longitude_e6 = excluded.longitude_e6,
       bedrooms = excluded.bedrooms, beds = excluded.beds, baths = excluded.baths, size = excluded.size, amenities = excluded.amenities,
       house_rules = excluded.house_rules, licence = excluded.licence, approval = excluded.approval, policy_id = excluded.policy_id,
       payment_terms = excluded.payment_terms, deposit_percent = excluded.deposit_percent, rest_days = excluded.rest_days`,
  ),
)

const termsUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO stay_terms (listing_id, business_id, nightly_minor, weekend_minor, weekend_days, guests_included, guests_most, extra_guest_minor, tax_minor,
       tax_nights, child_age, min_nights, max_nights, stay_by, arrival_days, departure_days, prepare_nights, notice_days, window_days,
       check_in_from, check_in_until, check_out_by)
     VALUES (@listingId, @businessId, @nightlyMinor, @weekendMinor, @weekendDays, @guestsIncluded, @guestsMost, @extraGuestMinor, @taxMinor,
       @taxNights, @childAge, @minNights, @maxNights, @stayBy, @arrivalDays, @departureDays, @prepareNights, @noticeDays, @windowDays,
       @checkInFrom, @checkInUntil, @checkOutBy)
     ON CONFLICT (listing_id) DO UPDATE SET nightly_minor = excluded.nightly_minor, weekend_minor = excluded.weekend_minor, weekend_days = excluded.weekend_days,
       guests_included = excluded.guests_included, guests_most = excluded.guests_most, extra_guest_minor = excluded.extra_guest_minor,
       tax_minor = excluded.tax_minor, tax_nights = excluded.tax_nights, child_age = excluded.child_age, min_nights = excluded.min_nights,
       max_nights = excluded.max_nights, stay_by = excluded.stay_by, arrival_days = excluded.arrival_days, departure_days = excluded.departure_days,
       prepare_nights = excluded.prepare_nights, notice_days = excluded.notice_days, window_days = excluded.window_days,
       check_in_from = excluded.check_in_from, check_in_until = excluded.check_in_until, check_out_by = excluded.check_out_by`,
  ),
)

const seasonsDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM seasons WHERE listing_id = @listingId'))
const discountsDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM stay_discounts WHERE listing_id = @listingId'))
const feesDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM stay_fees WHERE listing_id = @listingId'))

const seasonInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO seasons (id, business_id, listing_id, name, first_night, last_night, nightly_minor, weekend_minor, min_nights)
     VALUES (@id, @businessId, @listingId, @name, @firstNight, @lastNight, @nightlyMinor, @weekendMinor, @minNights)`,
  ),
)

const discountInsert = prepared((db) =>
  db.$client.prepare('INSERT INTO stay_discounts (listing_id, business_id, kind, threshold, percent) VALUES (@listingId, @businessId, @kind, @threshold, @percent)'),
)

const feeInsert = prepared((db) =>
  db.$client.prepare('INSERT INTO stay_fees (id, business_id, listing_id, position, name, per, amount_minor) VALUES (@id, @businessId, @listingId, @position, @name, @per, @amountMinor)'),
)

const nightUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO night_prices (listing_id, business_id, night, nightly_minor, reason) VALUES (@listingId, @businessId, @night, @nightlyMinor, @reason)
     ON CONFLICT (listing_id, night) DO UPDATE SET nightly_minor = excluded.nightly_minor, reason = excluded.reason`,
  ),
)

const nightDelete = prepared((db) => db.$client.prepare<{ listingId: string; night: string }>('DELETE FROM night_prices WHERE listing_id = @listingId AND night = @night'))

const agentsDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM viewing_agents WHERE listing_id = @listingId'))
const viewingDelete = prepared((db) => db.$client.prepare<{ listingId: string }>('DELETE FROM viewing_terms WHERE listing_id = @listingId'))
const agentInsert = prepared((db) => db.$client.prepare('INSERT INTO viewing_agents (listing_id, business_id, staff_id) VALUES (@listingId, @businessId, @staffId)'))
const viewingInsert = prepared((db) =>
  db.$client.prepare('INSERT INTO viewing_terms (listing_id, business_id, minutes, notice_hours, window_days) VALUES (@listingId, @businessId, @minutes, @noticeHours, @windowDays)'),
)
