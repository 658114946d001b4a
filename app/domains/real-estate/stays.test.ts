import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockTime } from '~/core/allocation/index.server'
import { bookingById, cancelBooking, moveBooking, placeBooking } from '~/core/bookings/index.server'
import { saleById } from '~/core/sales/index.server'
import { addDays, formatInstant, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Landlady } from '../../../tests/world/house'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { nightOf } from './model/nights'
import type { Property } from './queries.server'

withDatabase()

const dates = ({ alternatives }: { alternatives: readonly Readonly<Record<string, unknown>>[] }) => alternatives.map(({ arrive, depart }) => `${String(arrive)}/${String(depart)}`)
const claimed = () => rows<{ starts_at: number; ends_at: number }>('SELECT starts_at, ends_at FROM allocations WHERE released_at IS NULL ORDER BY starts_at').map((row) => [formatInstant(row.starts_at), formatInstant(row.ends_at)])
const clashes = () => rows<{ n: number }>(
  `SELECT count(*) AS n FROM allocations a JOIN allocations b ON a.resource_id = b.resource_id AND a.id < b.id AND a.released_at IS NULL AND b.released_at IS NULL
     AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`)

describe('the days of arrival and departure', () => {
  test('somebody may arrive on the day that somebody leaves', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    landlady.stay(house, '2026-11-10', '2026-11-13')
    landlady.stay(house, '2026-11-13', '2026-11-15', { who: 'Nuno' })
    landlady.stay(house, '2026-11-08', '2026-11-10', { who: 'Olga' })
    expect(clashes()).toEqual([{ n: 0 }])
  })

  test('one night to prepare refuses it, with the nearest free dates for as many nights', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, { prepareNights: 1 })
    landlady.stay(house, '2026-11-10', '2026-11-13')
    const refused = landlady.tryToStay(house, '2026-11-13', '2026-11-15', { who: 'Nuno' })
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'taken', item: 0 } })
    if (refused.ok || refused.refusal.kind !== 'taken') throw new Error('It was booked')
    expect(dates(refused.refusal)).toEqual(['2026-11-14/2026-11-16', '2026-11-15/2026-11-17', '2026-11-16/2026-11-18'])
    landlady.stay(house, '2026-11-14', '2026-11-15', { who: 'Nuno' })
  })

  test('a stay claims from noon to noon, whatever the hours of arrival and departure', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, { prepareNights: 1, checkInFrom: 16 * 60, checkOutBy: 10 * 60 })
    const { id } = landlady.stay(house, '2027-03-27', '2027-03-29')
    expect(claimed()).toEqual([['2027-03-27T12:00Z', '2027-03-30T11:00Z']])
    const booking = read((db) => bookingById(db, landlady.owner.businessId, id))
    expect([booking?.startsAt, booking?.endsAt].map((at) => formatInstant(at ?? 0))).toEqual(['2027-03-27T16:00Z', '2027-03-29T09:00Z'])
  })
})

describe('the whole house against its rooms', () => {
  test('a room that is booked blocks the house, and nothing but those nights', () => {
    const landlady = new Landlady()
    const { house, rooms: [blue] } = landlady.houseAndRooms()
    landlady.stay(blue as Property, '2026-11-10', '2026-11-12')
    expect(landlady.tryToStay(house, '2026-11-11', '2026-11-14')).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    landlady.stay(house, '2026-11-12', '2026-11-14', { who: 'Nuno' })
  })

  test('the house blocks each of its rooms, and claims nothing but them', () => {
    const landlady = new Landlady()
    const { house, rooms } = landlady.houseAndRooms()
    landlady.stay(house, '2026-11-10', '2026-11-12')
    for (const room of rooms) expect(landlady.tryToStay(room, '2026-11-11', '2026-11-12')).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    expect(claimed()).toHaveLength(2)
    expect(house.resourceIds).not.toEqual(rooms.flatMap((room) => room.resourceIds))
  })

  test('one room leaves the other free', () => {
    const landlady = new Landlady()
    const { rooms: [blue, green] } = landlady.houseAndRooms()
    landlady.stay(blue as Property, '2026-11-10', '2026-11-12')
    landlady.stay(green as Property, '2026-11-10', '2026-11-12', { who: 'Nuno' })
    expect(clashes()).toEqual([{ n: 0 }])
  })

  test('a house that is called off frees all its rooms', () => {
    const landlady = new Landlady()
    const { house, rooms } = landlady.houseAndRooms()
    const { id } = landlady.stay(house, '2026-11-10', '2026-11-12')
    expect(cancelBooking(landlady.owner, id, null).ok).toBe(true)
    for (const [at, room] of rooms.entries()) landlady.stay(room, '2026-11-10', '2026-11-12', { who: `Guest${at}` })
  })

  test('no sequence of stays, blocks and cancellations lets two claims of a room overlap', () => {
    const act = fc.record({ what: fc.constantFrom('house', 'blue', 'green', 'cancel', 'block'), from: fc.integer({ min: 1, max: 20 }), nights: fc.integer({ min: 1, max: 6 }) })
    fc.assert(fc.property(fc.array(act, { minLength: 5, maxLength: 15 }), fc.integer({ min: 0, max: 2 }), (acts, prepareNights) => {
      const landlady = new Landlady()
      const { house, rooms: [blue, green] } = landlady.houseAndRooms(['Blue room', 'Green room'], { prepareNights })
      const placed: string[] = []
      for (const [at, { what, from, nights }] of acts.entries()) {
        const arrive = addDays('2026-11-05', from)
        if (what === 'cancel') {
          const id = placed.pop()
          if (id) cancelBooking(landlady.owner, id, null)
        } else if (what === 'block') {
          const night = nightOf(arrive, 'Europe/Lisbon')
          blockTime(landlady.owner, { resourceId: blue?.resourceIds[0] ?? '', startsAt: night.start - 2 * hour, endsAt: night.end, reason: 'Painters' })
        } else {
          const property = what === 'house' ? house : what === 'blue' ? blue : green
          const answer = landlady.tryToStay(property as Property, arrive, addDays(arrive, nights), { who: `Guest${at}` })
          if (answer.ok) placed.push(answer.value.id)
        }
        expect(clashes()).toEqual([{ n: 0 }])
      }
    }), { numRuns: 12 })
  })
})

describe('what is charged', () => {
  const autumn = { name: 'Autumn', firstNight: '2026-10-01', lastNight: '2026-11-30', nightlyMinor: 220_00, weekendMinor: 260_00, minNights: null }
  const december = { name: 'December', firstNight: '2026-12-01', lastNight: '2026-12-31', nightlyMinor: 240_00, weekendMinor: 280_00, minNights: null }
  const rates = {
    guestsIncluded: 4, guestsMost: 6, seasons: [autumn, december], discounts: [{ kind: 'length', threshold: 7, percent: 10 }], fees: [{ name: 'Cleaning', per: 'stay', amountMinor: 84_00 }],
    taxMinor: 4_00, taxNights: 7,
  } as const

  test('is the price of the trace to the cent, over a season change, a weekend, a week and the cap of the tourist tax', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, rates)
    const { id } = landlady.stay(house, '2026-11-28', '2026-12-08', { guests: { adults: 3, children: 1 } })
    const booking = read((db) => bookingById(db, landlady.owner.businessId, id))
    const sale = read((db) => saleById(db, landlady.owner.businessId, booking?.saleId ?? ''))
    // 260 + 2 × 220 + 3 × 240 + 2 × 280 + 2 × 240 is 2,460.00; a tenth less is 2,214.00; cleaning 84.00; three adults for seven nights owe 84.00.
    expect(sale?.totalMinor).toBe(2214_00 + 84_00 + 84_00)
    expect(sale?.lines.reduce((sum, line) => sum + line.amountMinor, 0)).toBe(sale?.totalMinor)
    expect(sale?.lines.filter(({ kind, onPosition }) => kind === 'tax' && onPosition === null).map(({ title }) => title)).toEqual(['Tourist tax, 3 guests, 7 nights'])
  })

  test('stays what it was when the rates change', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, rates)
    const { id } = landlady.stay(house, '2026-11-28', '2026-11-30')
    landlady.property({ title: 'Another' }, { nightlyMinor: 1 })
    expect(read((db) => bookingById(db, landlady.owner.businessId, id))?.totalMinor).toBe(260_00 + 220_00 + 84_00 + 16_00)
  })
})

describe('rules', () => {
  test('a guest is bound by them, a member at the desk is not', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, { minNights: 3 })
    expect(landlady.tryToStay(house, '2026-11-10', '2026-11-11').ok).toBe(false)
    expect(placeBooking(landlady.owner, landlady.order(house, '2026-11-10', '2026-11-11', { channel: 'desk' })).ok).toBe(true)
  })

  test('once the hour of arrival has come, nobody arrives that day', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    const afternoon = theMorning + 6 * hour
    expect(landlady.tryToStay(house, '2026-11-03', '2026-11-04', { now: afternoon }).ok).toBe(false)
    expect(landlady.tryToStay(house, '2026-11-03', '2026-11-04').ok).toBe(true)
  })

  test('a draft is booked by nobody', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    expect(landlady.tryToStay({ ...house, listing: { ...house.listing, id: 'unknown' } }, '2026-11-10', '2026-11-12')).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
  })
})

test('a stay moves by a night across itself', () => {
  const landlady = new Landlady()
  const house = landlady.property()
  const { id } = landlady.stay(house, '2026-11-10', '2026-11-13')
  const item = read((db) => bookingById(db, landlady.owner.businessId, id))?.items[0]
  const choice = { kind: 'stay', arrive: '2026-11-11', depart: '2026-11-14', guests: { adults: 2, children: 0 } }
  expect(moveBooking(landlady.guest(), { bookingId: id, items: [{ itemId: item?.id ?? '', choice }] })).toMatchObject({ ok: true })
  expect(claimed()).toEqual([['2026-11-11T12:00Z', '2026-11-14T12:00Z']])
})
