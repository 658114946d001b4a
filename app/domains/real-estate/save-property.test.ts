import { describe, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { Landlady, plainRates } from '../../../tests/world/house'
import { change, rows, withDatabase } from '../../../tests/world/world'
import { copyProperty, setPropertyStatus } from './arrange-properties.server'
import { propertyById, type Property } from './queries.server'
import { saveProperty } from './save-property.server'
import { saveRates, type RatesDetails } from './save-rates.server'

withDatabase()

const again = (landlady: Landlady, { listing }: Property) => read((db) => propertyById(db, landlady.owner.businessId, listing.id)) as Property

describe('a property', () => {
  test('is a draft until its nights have a price', () => {
    const landlady = new Landlady()
    const saved = saveProperty(landlady.owner, null, landlady.details())
    if (!saved.ok) throw new Error('Not saved')
    expect(setPropertyStatus(landlady.owner, saved.value.listing.id, 'active')).toEqual({ ok: false, refusal: { kind: 'no-rates' } })
    expect(saveRates(landlady.owner, saved.value.listing.id, plainRates)).toMatchObject({ ok: true, value: { listing: { priceMinor: 100_00 } } })
    expect(setPropertyStatus(landlady.owner, saved.value.listing.id, 'active').ok).toBe(true)
  })

  test('by itself has one resource, also after it is saved again', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    const saved = saveProperty(landlady.owner, house.listing.id, landlady.details({ beds: 5 }))
    expect(saved).toMatchObject({ ok: true, value: { beds: 5, resourceIds: house.resourceIds } })
    expect(rows("SELECT capacity, owner_id FROM resources WHERE kind = 'place'")).toEqual([{ capacity: 1, owner_id: house.listing.id }])
  })

  test('for rent or for sale claims nothing and shows the price that it was given', () => {
    const landlady = new Landlady()
    const flat = landlady.property({ tenure: 'sale', priceMinor: 450_000_00 })
    expect(flat).toMatchObject({ resourceIds: [], stay: null, listing: { priceMinor: 450_000_00 } })
  })

  test.each([
    [{ beds: -1 }, { kind: 'out-of-range', figure: 'beds', from: 0, to: 500 }],
    [{ size: 0 }, { kind: 'out-of-range', figure: 'size', from: 1, to: 1_000_000 }],
    [{ latitudeE6: 38_700_000 }, { kind: 'half-a-place' }],
    [{ latitudeE6: 91_000_000, longitudeE6: 0 }, { kind: 'out-of-range', figure: 'latitude', from: -90, to: 90 }],
    [{ storeId: 'elsewhere' }, { kind: 'unknown-store' }],
    [{ policyId: 'another' }, { kind: 'unknown-policy' }],
    [{ wholeId: 'another' }, { kind: 'unknown-whole' }],
  ])('with %j is refused', (wrong, refusal) => {
    const landlady = new Landlady()
    expect(saveProperty(landlady.owner, null, landlady.details(wrong))).toEqual({ ok: false, refusal })
  })
})

describe('a house and its parts', () => {
  test('claims what its parts are, and itself again once nothing is left of it', () => {
    const landlady = new Landlady()
    const { house, rooms } = landlady.houseAndRooms()
    expect(again(landlady, house).resourceIds.toSorted()).toEqual(rooms.flatMap((room) => room.resourceIds).toSorted())
    for (const room of rooms) expect(saveProperty(landlady.owner, room.listing.id, landlady.details({ title: room.listing.title })).ok).toBe(true)
    expect(again(landlady, house)).toMatchObject({ partIds: [], resourceIds: house.resourceIds })
  })

  test('is one level deep', () => {
    const landlady = new Landlady()
    const { house, rooms: [blue] } = landlady.houseAndRooms()
    const other = landlady.property({ title: 'Other house' })
    expect(saveProperty(landlady.owner, null, landlady.details({ wholeId: blue?.listing.id ?? null }))).toEqual({ ok: false, refusal: { kind: 'unknown-whole' } })
    expect(saveProperty(landlady.owner, house.listing.id, landlady.details({ wholeId: other.listing.id }))).toEqual({ ok: false, refusal: { kind: 'has-parts', parts: 2 } })
    expect(saveProperty(landlady.owner, house.listing.id, landlady.details({ wholeId: house.listing.id }))).toMatchObject({ ok: false })
    expect(saveProperty(landlady.owner, house.listing.id, landlady.details({ tenure: 'sale' }))).toEqual({ ok: false, refusal: { kind: 'has-parts', parts: 2 } })
  })

  test('takes nothing in and lets nothing go while stays in the whole lie ahead', () => {
    const landlady = new Landlady()
    const { house, rooms: [blue] } = landlady.houseAndRooms()
    landlady.stay(house, '2026-11-10', '2026-11-12')
    expect(saveProperty(landlady.owner, null, landlady.details({ wholeId: house.listing.id }))).toMatchObject({ ok: false, refusal: { kind: 'whole-is-booked' } })
    expect(saveProperty(landlady.owner, blue?.listing.id ?? '', landlady.details({ title: 'Blue room' }))).toMatchObject({ ok: false, refusal: { kind: 'whole-is-booked' } })
    const later = landlady.at(Date.parse('2026-11-20T09:00Z'))
    expect(saveProperty(later, null, landlady.details({ wholeId: house.listing.id })).ok).toBe(true)
  })

  test('takes a room in while only rooms are booked', () => {
    const landlady = new Landlady()
    const { house, rooms: [blue] } = landlady.houseAndRooms()
    landlady.stay(blue as Property, '2026-11-10', '2026-11-12')
    expect(saveProperty(landlady.owner, null, landlady.details({ wholeId: house.listing.id })).ok).toBe(true)
  })

  test('is let by the night as long as it is booked', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    landlady.stay(house, '2026-11-10', '2026-11-12')
    expect(saveProperty(landlady.owner, house.listing.id, landlady.details({ tenure: 'long-term' }))).toMatchObject({ ok: false, refusal: { kind: 'is-booked' } })
  })

  test('the file itself refuses a part of a part, and a whole with a resource of its own', () => {
    const landlady = new Landlady()
    const { house, rooms: [blue, green] } = landlady.houseAndRooms()
    expect(() => change('UPDATE properties SET whole_id = ? WHERE listing_id = ?', blue?.listing.id, green?.listing.id)).toThrow('a part belongs to a whole')
    expect(() => change('UPDATE properties SET resource_id = ? WHERE listing_id = ?', blue?.resourceIds[0], house.listing.id)).toThrow('what has parts is a whole')
    expect(() => change("UPDATE properties SET tenure = 'sale' WHERE listing_id = ?", house.listing.id)).toThrow('what has parts is a whole')
  })
})

describe('rates', () => {
  const season = { name: 'Summer', firstNight: '2027-07-01', lastNight: '2027-08-31', nightlyMinor: 150_00, weekendMinor: null, minNights: 7 }
  const save = (wrong: Partial<RatesDetails>) => {
    const landlady = new Landlady()
    return saveRates(landlady.owner, landlady.property().listing.id, { ...plainRates, ...wrong })
  }

  test.each([
    [{ guestsIncluded: 5 }, { kind: 'fewer-than-included', included: 5 }],
    [{ minNights: 3, maxNights: 2 }, { kind: 'longest-below-shortest', least: 3 }],
    [{ arrivalDays: [] }, { kind: 'no-days', which: 'arrivalDays' }],
    [{ checkInUntil: 14 * 60 }, { kind: 'latest-before-earliest' }],
    [{ prepareNights: 31 }, { kind: 'out-of-range', figure: 'prepareNights', from: 0, to: 30 }],
    [{ seasons: [{ ...season, lastNight: '2027-06-01' }] }, { kind: 'season-dates', at: 0 }],
    [{ seasons: [season, { ...season, name: 'August', firstNight: '2027-08-31', lastNight: '2027-09-02' }] }, { kind: 'seasons-overlap', at: 1, other: 'Summer' }],
    [{ discounts: [{ kind: 'length', threshold: 0, percent: 5 }] }, { kind: 'discount-figures', at: 0, figure: 'threshold' }],
    [{ discounts: [{ kind: 'late', threshold: 0, percent: 95 }] }, { kind: 'discount-figures', at: 0, figure: 'percent' }],
  ] as const)('with %j are refused', (wrong, refusal) => expect(save(wrong)).toEqual({ ok: false, refusal }))

  test('seasons stay where none are given, as the form of the rates gives none', () => {
    const landlady = new Landlady()
    const { listing } = landlady.property({}, { seasons: [season] })
    const { seasons: _, ...rates } = plainRates
    expect(saveRates(landlady.owner, listing.id, { ...rates, nightlyMinor: 120_00 })).toMatchObject({ ok: true })
    expect(rows('SELECT name FROM seasons')).toEqual([{ name: 'Summer' }])
    expect(saveRates(landlady.owner, listing.id, { ...plainRates, seasons: [] })).toMatchObject({ ok: true })
    expect(rows('SELECT name FROM seasons')).toEqual([])
  })

  test('seasons that touch do not overlap; the file refuses those that do', () => {
    expect(save({ seasons: [season, { ...season, name: 'Autumn', firstNight: '2027-09-01', lastNight: '2027-09-30' }] }).ok).toBe(true)
    expect(() => change("UPDATE seasons SET first_night = '2027-08-31' WHERE name = 'Autumn'")).toThrow('do not overlap')
  })
})

test('a copy is a draft with the same rates, and stands by itself', () => {
  const landlady = new Landlady()
  const { rooms: [blue] } = landlady.houseAndRooms(['Blue room'], { fees: [{ name: 'Cleaning', per: 'stay', amountMinor: 30_00 }] })
  const copied = copyProperty(landlady.owner, blue?.listing.id ?? '')
  if (!copied.ok) throw new Error('Not copied')
  const copy = read((db) => propertyById(db, landlady.owner.businessId, copied.value))
  expect(copy).toMatchObject({ wholeId: null, stay: { nightlyMinor: 100_00 }, listing: { status: 'draft', title: 'Blue room (copy)', priceMinor: 100_00 } })
  expect(rows('SELECT name FROM stay_fees WHERE listing_id = ?', copied.value)).toEqual([{ name: 'Cleaning' }])
})
