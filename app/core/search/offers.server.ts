import type { Ctx } from '~/kernel/ctx'
import type { LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { PictureImage } from '~/ui/picture'
import { businessesFound } from '../businesses/index.server'
import { freeDaysOf, priceTag, type FoundListing, type ListingSearch } from '../listings/index.server'
import { shownPictures } from '../pictures/index.server'
import { ratingsOf, type Rating } from '../reviews/index.server'
import { publicSectionOf } from './public-sections.server'

export interface Offer {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Its page, open on the dates that are sought where it takes dates. */
  readonly href: string
  readonly domain: string
  /** What it costs and for what, as its trade says it; null where no price is shown. */
  readonly cost: string | null
  readonly currency: string
  readonly business: string
  readonly cities: string
  readonly picture: PictureImage | null
  /** What customers gave it; null where nobody rated it yet. */
  readonly rating: Rating | null
  /** The first dates, among those that are sought, on which it is known to be free. */
  readonly freeOn: readonly LocalDate[]
  /** From which date to which it is free, where it keeps no free days; null where no dates are sought. */
  readonly freeFor: { readonly from: LocalDate; readonly to: LocalDate } | null
}

const aboutLength = 160
const mostDatesShown = 4

/** What is shown of listings that were found for so many people, or for whoever comes; those whose business is open no more are left out. */
export function offersOf(db: Db, ctx: Ctx, listings: readonly FoundListing[], free: ListingSearch['free'], people: number | null): Offer[] {
  const sellers = businessesFound(db, listings.map(({ businessId }) => businessId))
  const ratings = ratingsOf(db, listings.map(({ id }) => id))
  return listings.flatMap(({ id, businessId, domain, slug, title, description, priceMinor }) => {
    const seller = sellers.get(businessId)
    if (!seller) return []
    const { currency } = seller
    const [picture = seller.cover === null ? null : { src: seller.cover, alt: '', width: 1280, height: 400 }] = shownPictures(db, businessId, 'listing', id)
    const section = publicSectionOf(domain)
    const freeOn = free ? datesFree(db, id, free) : []
    const asked = free ? section?.queryFor?.(db, { id, businessId }, { from: free.from, to: free.to, people, freeOn: freeOn[0] ?? null }) : undefined
    return {
      id, title, domain, currency, picture, freeOn,
      cost: priceMinor === null ? null : (section?.priceWords?.(db, ctx, { id, businessId, priceMinor, currency }) ?? priceTag(ctx.i18n, priceMinor, currency)),
      rating: ratings.get(id) ?? null,
      about: shortened(description ?? '', aboutLength),
      business: seller.name,
      cities: seller.cities.replaceAll(',', ', '),
      href: addressOf(`/b/${seller.slug}/${domain}/${slug}`, asked),
      freeFor: free?.asked.has(domain) ? { from: free.from, to: free.to } : null,
    }
  })
}

function addressOf(path: string, asked: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(asked).toString()
  return query === '' ? path : `${path}?${query}`
}

function datesFree(db: Db, listingId: string, { from, to, people }: NonNullable<ListingSearch['free']>): LocalDate[] {
  return freeDaysOf(db, listingId, from, to).filter(({ places }) => places === null || places >= people).slice(0, mostDatesShown).map(({ date }) => date)
}

function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  return `${line.slice(0, line.lastIndexOf(' ', most) > most / 2 ? line.lastIndexOf(' ', most) : most)}…`
}
