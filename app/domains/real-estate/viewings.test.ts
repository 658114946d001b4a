import { beforeEach, describe, expect, test } from 'vitest'
import { bookingById, cancelBooking, confirmBooking, moveBooking, placeBooking, reassignItem } from '~/core/bookings/index.server'
import { replaceWeeklyHours, timesOn, weekOfTimes, type WeeklyHours } from '~/core/schedules/index.server'
import { saleById } from '~/core/sales/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatInstant, hour, parseInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { addPerson } from '../../../tests/world/businesses'
import { Landlady } from '../../../tests/world/house'
import { letters, tellEverybody } from '../../../tests/world/notifications'
import { at } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { copyProperty } from './arrange-properties.server'
import { chosenViewing } from './choice'
import { movingViewing, viewingMove } from './move-viewing.server'
import { propertyById } from './queries.server'
import { saveProperty, type PropertyDetails } from './save-property.server'
import { isShown, viewingTimes } from './viewing-times.server'

withDatabase()

const mornings: WeeklyHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 9 * 60, to: 12 * 60 }))
let keys = 0

function agency(options: Partial<PropertyDetails> = {}) {
  const landlady = new Landlady()
  const { owner } = landlady
  const [ana, rui] = ['Ana', 'Rui'].map((name) => {
    const id = addPerson(owner.businessId, name)
    replaceWeeklyHours(owner, id, mornings)
    return id
  }) as [string, string]
  const viewing = { minutes: 45, noticeHours: 24, windowDays: 30, agentIds: [ana, rui] }
  const loft = landlady.property({ title: 'The net loft', tenure: 'long-term', priceMinor: 1150_00, viewing, ...options })
  const see = (start: string, ctx: BusinessCtx = landlady.guest(), channel: 'online' | 'desk' = 'online', agentId: string | null = null) => {
    keys += 1
    return placeBooking(ctx, {
      key: `a-key-of-viewing-${keys}`, channel, note: null, contact: { name: 'Marta', email: 'marta@example.test', phone: null },
      items: [{ listingId: loft.listing.id, choice: { ...chosenViewing(parseInstant(start) ?? 0, agentId) }, attendeeName: null, attendeeEmail: null, answers: {} }],
    })
  }
  const booked = (start: string) => {
    const placed = see(start)
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
    return placed.value.id
  }
  const booking = (id: string) => read((db) => bookingById(db, owner.businessId, id))
  const free = (date: string) => read((db) => {
    const property = propertyById(db, owner.businessId, loft.listing.id)
    return isShown(property) ? timesOn(viewingTimes(db, landlady.guest(), property), date, date).map(({ start }) => formatInstant(start).slice(11, 16)) : null
  })
  return { landlady, owner, loft, ana, rui, viewing, see, booked, booking, free }
}

describe('a viewing', () => {
  let world: ReturnType<typeof agency>
  beforeEach(() => {
    world = agency()
  })

  test('is booked at times that lie in the hours of an agent, on the half hour', () => {
    expect(world.free('2026-11-10')).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
    expect(world.free('2026-11-14')).toEqual([])
  })

  test('claims the time of one agent and no night, costs nothing, and is shown on that agent’s day', () => {
    const { booked, booking, owner, loft, ana, rui } = world
    const id = booked('2026-11-10T10:00Z')
    const claims = rows<{ kind: string; owner_id: string; starts_at: number; ends_at: number }>('SELECT r.kind, r.owner_id, a.starts_at, a.ends_at FROM allocations a JOIN resources r ON r.id = a.resource_id WHERE a.released_at IS NULL')
    expect(claims).toMatchObject([{ kind: 'person', starts_at: at('2026-11-10T10:00Z'), ends_at: at('2026-11-10T10:45Z') }])
    expect([ana, rui]).toContain(claims[0]?.owner_id)
    expect(booking(id)).toMatchObject({ status: 'confirmed', totalMinor: 0, items: [{ domain: 'real-estate', listingId: loft.listing.id, staffId: claims[0]?.owner_id, priceMinor: 0 }] })
    expect(read((db) => saleById(db, owner.businessId, booking(id)?.saleId ?? ''))).toMatchObject({ totalMinor: 0, dueMinor: 0 })
  })

  test('is shown by whoever is free, and refused with the nearest times once nobody is', () => {
    const { booked, booking, see, free } = world
    const [first, second] = [booked('2026-11-10T10:00Z'), booked('2026-11-10T10:00Z')]
    expect(booking(first)?.items[0]?.staffId).not.toBe(booking(second)?.items[0]?.staffId)
    const third = see('2026-11-10T10:30Z')
    expect(third).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    expect(!third.ok && third.refusal.kind === 'taken' ? third.refusal.alternatives.map(({ start }) => start) : []).toEqual(['2026-11-10T11:00Z', '2026-11-10T09:00Z', '2026-11-11T09:00Z'])
    expect(free('2026-11-10')).toEqual(['09:00', '11:00'])
  })

  test('keeps its notice, its window and the grid; a member is bound by the hours alone', () => {
    const { see, owner } = world
    expect(see('2026-11-03T10:30Z')).toMatchObject({ ok: false, refusal: { kind: 'too-soon' } })
    expect(see('2026-12-15T10:00Z')).toMatchObject({ ok: false, refusal: { kind: 'too-far' } })
    expect(see('2026-11-10T10:10Z')).toMatchObject({ ok: false, refusal: { kind: 'not-a-time' } })
    expect(see('2026-11-10T13:00Z')).toMatchObject({ ok: false, refusal: { kind: 'not-a-time' } })
    expect(see('2026-12-15T10:00Z', owner, 'desk')).toMatchObject({ ok: true })
  })

  test('moves across itself, and its old time is free again; the letter says what it is', () => {
    const { booked, booking, landlady, free } = world
    const id = booked('2026-11-10T10:00Z')
    const item = booking(id)?.items[0]
    const moved = moveBooking(landlady.guest(), { bookingId: id, items: [{ itemId: item?.id ?? '', choice: { kind: 'viewing', start: '2026-11-10T10:30Z' } }] })
    expect(moved).toMatchObject({ ok: true, value: { outcome: 'moved', booking: { totalMinor: 0, startsAt: at('2026-11-10T10:30Z'), endsAt: at('2026-11-10T11:15Z') } } })
    tellEverybody()
    expect(letters('marta@example.test').at(-1)?.subject).toMatch(/^Moved: Viewing: The net loft at Old Harbour House, now/)
    cancelBooking(landlady.owner, id, null)
    expect(free('2026-11-10')).toHaveLength(5)
  })

  test('is shown by the agent who was asked for at the desk, and by nobody in their place, after a move too', () => {
    const { see, booking, owner, ana, rui } = world
    const asked = see('2026-11-10T10:00Z', owner, 'desk', rui)
    if (!asked.ok) throw new Error(JSON.stringify(asked.refusal))
    expect(booking(asked.value.id)?.items[0]?.staffId).toBe(rui)
    const again = see('2026-11-10T10:30Z', owner, 'desk', rui)
    expect(!again.ok && again.refusal.kind === 'taken' ? again.refusal.alternatives : again).toMatchObject([{ start: '2026-11-10T11:00Z', agentId: rui }, { start: '2026-11-10T09:00Z', agentId: rui }, { agentId: rui }])
    expect(see('2026-11-10T10:30Z', owner, 'desk', ana)).toMatchObject({ ok: true })

    const viewing = read((db) => movingViewing(db, booking(asked.value.id)))
    if (!viewing) throw new Error('No viewing')
    expect(moveBooking(owner, { bookingId: asked.value.id, items: [viewingMove(viewing, at('2026-11-11T09:00Z'))] })).toMatchObject({ ok: true, value: { booking: { items: [{ staffId: rui, choice: { agentId: rui } }] } } })
  })

  test('may be given to another agent of the property, and to nobody else', () => {
    const { booked, booking, owner, ana, rui } = world
    const id = booked('2026-11-10T10:00Z')
    const item = booking(id)?.items[0]
    const other = item?.staffId === ana ? rui : ana
    if (!item) throw new Error('No item')
    expect(reassignItem(owner, { bookingId: id, itemId: item.id, staffId: other })).toMatchObject({ ok: true, value: { items: [{ staffId: other }] } })
    expect(reassignItem(owner, { bookingId: id, itemId: item.id, staffId: addPerson(owner.businessId, 'Zé') })).toMatchObject({ ok: false, refusal: { kind: 'unknown-person' } })
  })

  test('is on offer for a week at a time, with why a day has none', () => {
    const { landlady, loft, owner } = world
    const week = read((db) => {
      const property = propertyById(db, owner.businessId, loft.listing.id)
      return isShown(property) ? weekOfTimes(viewingTimes(db, landlady.guest(), property), '2026-11-30') : []
    })
    expect(week.map(({ none }) => none)).toEqual([null, null, null, null, 'outside', 'outside', 'outside'])
  })
})

test('where the business says yes first, a viewing waits for it, and moving one that was approved asks again', () => {
  const { landlady, booked, booking } = agency({ approval: true })
  const id = booked('2026-11-10T10:00Z')
  expect(booking(id)?.status).toBe('pending')
  confirmBooking(landlady.owner, id)
  const moved = moveBooking(landlady.guest(landlady.owner.now + hour), { bookingId: id, items: [{ itemId: booking(id)?.items[0]?.id ?? '', choice: { kind: 'viewing', start: '2026-11-11T10:00Z' } }] })
  expect(moved).toMatchObject({ ok: true, value: { outcome: 'asked' } })
})

test('a stay is no viewing: what is let by the night is not shown, and what is for rent has no nights', () => {
  const { landlady, loft, see, viewing, owner } = agency()
  const house = landlady.property({ title: 'The house', viewing })
  expect(read((db) => propertyById(db, owner.businessId, house.listing.id))?.viewing).toBeNull()
  expect(landlady.tryToStay(loft, '2026-11-10', '2026-11-12')).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
  expect(see('2026-11-10T10:00Z')).toMatchObject({ ok: true })
})

test('a property is shown by people of the staff, and a copy of it by the same', () => {
  const { landlady, owner, loft, viewing } = agency()
  const save = (agentIds: string[]) => saveProperty(owner, loft.listing.id, landlady.details({ title: 'The net loft', tenure: 'long-term', viewing: { ...viewing, agentIds } }))
  expect(save([])).toMatchObject({ ok: false, refusal: { kind: 'unknown-agent' } })
  expect(save(['somebody'])).toMatchObject({ ok: false, refusal: { kind: 'unknown-agent' } })
  const copy = copyProperty(owner, loft.listing.id)
  expect(copy.ok && read((db) => propertyById(db, owner.businessId, copy.value))?.viewing).toMatchObject({ minutes: 45, agentIds: [...viewing.agentIds].sort() })
})
