import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { businessForGate, membersOf, staffOf } from '~/core/businesses/index.server'
import { userByEmail } from '~/core/identity/index.server'
import { listingBySlug } from '~/core/listings/index.server'
import { addPicture, type PictureCtx, type PictureOf } from '~/core/pictures/index.server'
import { day } from '~/kernel/time'
import { read, type Db } from '~/platform/database.server'
import { drawImage, rasterise } from '~/platform/images.server'
import { ana } from './customers'
import { bowl, comb, face, wreath } from './drawings'
import { ctxAt, must, townAt, type Town } from './stage'

interface Hung {
  readonly ctx: PictureCtx
  readonly of: PictureOf
  readonly drawing: string | Buffer
  /** Of the largest size, in pixels. */
  readonly width: number
  readonly alt: string
}

/** Hangs the demo's drawings where photographs would be. Comes after the town stands, since drawing takes time and a transaction none. */
export async function hangPictures(now: number): Promise<void> {
  const town = townAt(now, '', 2)
  for (const { ctx, of, drawing, width, alt } of read((db) => [...harbourSalon(db, town), ...lakeshorePhysio(db, town), ...oldHarbourHouse(db, town), ...profile(db, town)])) {
    must(addPicture(ctx, of, must(await drawImage(await rasterise(Buffer.from(drawing), width))), alt))
  }
}

function harbourSalon(db: Db, town: Town): Hung[] {
  const ctx = ownerOf(db, town, 'harbour-salon')
  const id = ctx.businessId
  const person = (name: string) => staffOf(db, id).find((one) => one.name === name)?.id ?? ''
  return [
    { ctx, of: { kind: 'cover', id }, drawing: ofTheHouse('harbour'), width: 1600, alt: 'The river at Alcântara with boats, and the salon’s green door' },
    { ctx, of: { kind: 'logo', id }, drawing: comb, width: 400, alt: 'A comb over a wave' },
    { ctx, of: { kind: 'listing', id: service(db, id, 'cut') }, drawing: ofTheHouse('salon'), width: 960, alt: 'The chair by the window' },
    { ctx, of: { kind: 'listing', id: service(db, id, 'colour') }, drawing: bowl, width: 960, alt: 'A bowl of copper colour with a brush' },
    { ctx, of: { kind: 'listing', id: service(db, id, 'colour') }, drawing: ofTheHouse('bottles'), width: 640, alt: 'Bottles on the shelf' },
    { ctx, of: { kind: 'listing', id: service(db, id, 'wedding') }, drawing: wreath, width: 960, alt: 'A wreath of flowers and leaves' },
    { ctx, of: { kind: 'staff', id: person('Inês Carvalho') }, drawing: face({ skin: '#e3b594', hair: '#5b2c17', shirt: '#1d3f44', long: true }), width: 480, alt: 'Inês Carvalho' },
    { ctx, of: { kind: 'staff', id: person('Duarte Reis') }, drawing: face({ skin: '#c98f68', hair: '#2a211b', shirt: '#b4540a', beard: true }), width: 480, alt: 'Duarte Reis' },
  ]
}

function lakeshorePhysio(db: Db, town: Town): Hung[] {
  const ctx = ownerOf(db, town, 'lakeshore-physio')
  const [first] = staffOf(db, ctx.businessId)
  return [{ ctx, of: { kind: 'staff', id: first?.id ?? '' }, drawing: face({ skin: '#8d5b3e', hair: '#1b1513', shirt: '#e8c98f', long: true }), width: 480, alt: 'Priya Raman' }]
}

function oldHarbourHouse(db: Db, town: Town): Hung[] {
  const ctx = ownerOf(db, town, 'old-harbour-house')
  const id = ctx.businessId
  const of = (slug: string) => ({ kind: 'listing', id: property(db, id, slug) }) as const
  return [
    { ctx, of: of('old-harbour-house'), drawing: ofTheHouse('house'), width: 1280, alt: 'The front of the house: white walls, green shutters, lemon trees by the door' },
    { ctx, of: of('old-harbour-house'), drawing: ofTheHouse('room'), width: 640, alt: 'Bedroom with a view of the river' },
    { ctx, of: of('old-harbour-house'), drawing: ofTheHouse('terrace'), width: 640, alt: 'Terrace with a table for two above the harbour' },
    { ctx, of: of('old-harbour-house'), drawing: ofTheHouse('saltpans'), width: 640, alt: 'The salt pans across the river' },
    { ctx, of: of('old-harbour-house'), drawing: ofTheHouse('bottles'), width: 640, alt: 'Olive oil and soap in the kitchen' },
    { ctx, of: of('the-river-room'), drawing: ofTheHouse('room'), width: 960, alt: 'The bed between the two windows on the river' },
  ]
}

function profile(db: Db, town: Town): Hung[] {
  const id = userByEmail(db, ana.email)?.id ?? ''
  const ctx = ctxAt(town, town.now - 30 * day, { kind: 'user', id, roles: ['customer'] })
  return [{ ctx, of: { kind: 'profile', id }, drawing: face({ skin: '#f0cdb0', hair: '#a05a2c', shirt: '#14535a', long: true }), width: 480, alt: ana.name }]
}

function ownerOf(db: Db, town: Town, slug: string): PictureCtx & { readonly businessId: string } {
  const found = businessForGate(db, slug, null)
  if (!found || 'movedTo' in found) throw new Error(`There is no ${slug}`)
  const owner = membersOf(db, found.facts.id).find(({ role }) => role === 'owner')
  const actor = { kind: 'user', id: owner?.userId ?? '', roles: [] } as const
  return { ...ctxAt(town, town.now - 150 * day, actor), businessId: found.facts.id, business: found.facts }
}

function service(db: Db, businessId: string, slug: string): string {
  const found = listingBySlug(db, businessId, 'appointments', slug)
  if (!found || 'movedTo' in found) throw new Error(`There is no service ${slug}`)
  return found.id
}

function property(db: Db, businessId: string, slug: string): string {
  const found = listingBySlug(db, businessId, 'real-estate', slug)
  if (!found || 'movedTo' in found) throw new Error(`There is no property ${slug}`)
  return found.id
}

function ofTheHouse(name: string): Buffer {
  return readFileSync(join('public', 'img', `${name}.svg`))
}
