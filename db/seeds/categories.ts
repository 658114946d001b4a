import { businessesOf } from '~/core/businesses/index.server'
import { userByEmail } from '~/core/identity/index.server'
import { listingBySlug, saveCategory, setBusinessCategories, setListingCategory, type Category, type Extra } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { colour, concert, cut, holidayLet, home, kayaking, physiotherapy, talk, yoga } from './category-fields'
import { ctxAt, memberAt, must, type Town } from './stage'

/** What the offers of the town are sorted by, as its admin wrote it, and what its businesses say there. */
export function seedCategories(db: Db, town: Town, adminId: string): void {
  const { hairdressers, hairCut, hairColour, physio, ...others } = writeCategories(town, adminId)
  const salon = memberOf(db, town, 'owner@harbour-salon.test')
  must(setBusinessCategories(salon, { main: hairdressers.id, further: [hairCut.id, hairColour.id] }))
  say(db, salon, 'cut', hairCut, { hair_length: 'Any length', wash: true, suited: 'Straight, wavy and curly hair' })
  say(db, salon, 'childs-cut-up-to-12-years', hairCut, { hair_length: 'Short', wash: false })
  say(db, salon, 'colour', hairColour, { technique: 'All over', vegan: true, lasts_weeks: 6 })
  must(setBusinessCategories(memberOf(db, town, 'owner@lakeshore-physio.test'), { main: physio.id, further: [] }))
  sortEvents(db, town, others)
  sortActivities(db, town, others)
  sortProperties(db, town, others)
}

function writeCategories(town: Town, adminId: string) {
  const ctx = ctxAt(town, town.now - 100 * day, { kind: 'user', id: adminId, roles: ['customer', 'admin'] })
  const add = (domain: string, title: string, parent: Category | null, properties: object = {}, required: readonly string[] = []) =>
    must(saveCategory(ctx, null, { domain, title, parentId: parent?.id ?? null, schema: { type: 'object', properties, required } }))
  const hairdressers = add('appointments', 'Hairdressers', null)
  const hairCut = add('appointments', 'Hair cut', hairdressers, cut, ['hair_length'])
  const hairColour = add('appointments', 'Hair colour', hairdressers, colour, ['technique'])
  const physio = add('appointments', 'Physiotherapy', add('appointments', 'Health', null), physiotherapy)
  const onWater = add('activities', 'On the water', null)
  return {
    hairdressers, hairCut, hairColour, physio, onWater,
    concerts: add('events', 'Concerts and festivals', null, concert, ['seats']),
    talks: add('events', 'Talks and readings', null, talk),
    kayak: add('activities', 'Kayaking', onWater, kayaking, ['level']),
    yogaClasses: add('activities', 'Yoga', null, yoga),
    holidayLets: add('real-estate', 'Holiday lets', null, holidayLet),
    homes: add('real-estate', 'Homes for rent and for sale', null, home),
  }
}

type Categories = Omit<ReturnType<typeof writeCategories>, 'hairdressers' | 'hairCut' | 'hairColour' | 'physio'>

function sortEvents(db: Db, town: Town, { concerts, talks }: Categories): void {
  const hall = memberOf(db, town, 'owner@granary-hall.test')
  must(setBusinessCategories(hall, { main: concerts.id, further: [talks.id] }))
  say(db, hall, 'candlelight-quartets', concerts, { seats: 'Seated', outdoors: false })
  say(db, hall, 'wharf-festival', concerts, { seats: 'Standing', outdoors: true })
  say(db, hall, 'what-the-river-remembers', talks, { language: 'English', online: true })
  say(db, memberOf(db, town, 'owner@casa-azul.test'), 'supper-and-readings', talks, { language: 'Portuguese', online: false })
}

function sortActivities(db: Db, town: Town, { onWater, kayak, yogaClasses }: Categories): void {
  const boathouse = memberOf(db, town, 'owner@kyrenia-kayak.test')
  must(setBusinessCategories(boathouse, { main: kayak.id, further: [onWater.id] }))
  say(db, boathouse, 'castle-and-caves', kayak, { level: 'For everybody', swim: true, least_age: 4 })
  say(db, boathouse, 'first-strokes', kayak, { level: 'For beginners', swim: true, least_age: 8 })
  say(db, boathouse, 'full-moon-paddle', kayak, { level: 'With experience', swim: true, least_age: 16 })
  say(db, memberOf(db, town, 'owner@casa-azul.test'), 'evening-yoga', yogaClasses, { level: 'For everybody', mats: true })
}

function sortProperties(db: Db, town: Town, { holidayLets, homes, talks, yogaClasses }: Categories): void {
  const quay = memberOf(db, town, 'owner@old-harbour-house.test')
  must(setBusinessCategories(quay, { main: holidayLets.id, further: [homes.id] }))
  say(db, quay, 'old-harbour-house', holidayLets, { pets: true, water_minutes: 1 })
  for (const room of ['the-river-room', 'the-lemon-room', 'the-attic']) say(db, quay, room, holidayLets, { pets: false, water_minutes: 1 })
  say(db, quay, 'the-net-loft', homes, { furnished: true, lift: false })
  say(db, quay, 'the-coopers-house', homes, { furnished: false, lift: false })
  const casaAzul = memberOf(db, town, 'owner@casa-azul.test')
  must(setBusinessCategories(casaAzul, { main: holidayLets.id, further: [talks.id, yogaClasses.id] }))
  say(db, casaAzul, 'the-room-upstairs', holidayLets, { pets: false, water_minutes: 15 })
}

function say(db: Db, seller: BusinessCtx, slug: string, { id, version, domain }: Category, values: Extra['values']): void {
  const listing = listingBySlug(db, seller.businessId, domain, slug)
  if (!listing || 'movedTo' in listing) throw new Error(`No listing ${slug}`)
  must(setListingCategory(db, seller, listing.id, { categoryId: id, version, values }))
}

function memberOf(db: Db, town: Town, email: string) {
  const user = userByEmail(db, email)
  const [owned] = user ? businessesOf(db, user.id) : []
  if (!user || !owned) throw new Error(`No business of ${email}`)
  return memberAt(town, owned.business.id, user.id, town.now - 90 * day)
}
