import { shownExtra } from '~/core/listings/index.server'
import { shownPictures } from '~/core/pictures/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatTime } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { priceWords } from './price-words.server'
import { propertyById, type Property } from './queries.server'
import { addressOf } from './stay-words'
import { isShown } from './viewing-times.server'

/** What every page on the way to a stay shows of a property. */
export function shownProperty(ctx: BusinessCtx, property: Property) {
  const { listing, store, stay } = property
  return {
    business: { slug: ctx.business.slug, name: ctx.business.name, currency: ctx.business.currency },
    slug: listing.slug,
    title: listing.title,
    zone: store?.timeZone ?? ctx.business.timeZone,
    readerZone: ctx.zone,
    address: addressOf(property),
    tenure: property.tenure,
    approval: property.approval,
    guests: stay && { most: stay.guestsMost, childAge: stay.childAge },
    arriveFrom: stay && formatTime(stay.checkInFrom),
    arriveUntil: stay?.checkInUntil == null ? null : formatTime(stay.checkInUntil),
    leaveBy: stay && formatTime(stay.checkOutBy),
    minNights: stay?.minNights ?? null,
    phone: store?.phone ?? null,
  }
}

export type ShownProperty = ReturnType<typeof shownProperty>

/** What its own page tells beside that. */
export function propertyPage(db: Db, ctx: BusinessCtx, property: Property) {
  const { listing, bedrooms, beds, baths, size, amenities, houseRules, licence, city, latitudeE6, longitudeE6 } = property
  const whole = property.wholeId === null ? null : propertyById(db, ctx.businessId, property.wholeId)
  const parts = property.partIds.flatMap((id) => propertyById(db, ctx.businessId, id) ?? [])
  const priceOf = (one: Property) => (one.listing.priceMinor === null ? null : priceWords(db, ctx, one, { priceMinor: one.listing.priceMinor, currency: ctx.business.currency }))
  const related = (other: Property) => ({ slug: other.listing.slug, title: other.listing.title, price: priceOf(other), guests: other.stay?.guestsMost ?? null })
  return {
    description: listing.description,
    /** In words; null where none is told. */
    price: priceOf(property),
    /** Whether somebody shows it to whoever books a viewing. */
    viewed: isShown(property),
    pictures: shownPictures(db, ctx.businessId, 'listing', listing.id),
    extra: shownExtra(db, ctx, listing.id),
    bedrooms, beds, baths, size, amenities, houseRules, licence, city,
    map: latitudeE6 === null || longitudeE6 === null ? null : mapHref(latitudeE6 / 1e6, longitudeE6 / 1e6),
    whole: whole?.listing.status === 'active' ? related(whole) : null,
    parts: parts.filter((part) => part.listing.status === 'active').map(related),
  }
}

function mapHref(latitude: number, longitude: number): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}
