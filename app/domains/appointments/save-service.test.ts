import { describe, expect, test } from 'vitest'
import { answersOf, placeBooking, questionsOf, type QuestionDraft } from '~/core/bookings/index.server'
import { setStaffActive } from '~/core/businesses/index.server'
import { read } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { Salon } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { detailsOf, duplicateService, moveService, setServiceStatus } from './arrange-services.server'
import { serviceById, servicesOf, type Service } from './queries.server'
import { saveService, type ServiceDetails } from './save-service.server'

withDatabase()

const tomorrow = '2026-11-04T10:00Z'

const details = (salon: Salon, service: Service): ServiceDetails => read((db) => detailsOf(db, salon.owner, service))
const change = (salon: Salon, service: Service, changes: Partial<ServiceDetails>) => saveService(salon.owner, service.listing.id, { ...details(salon, service), ...changes })
const question = (label: string, more: Partial<QuestionDraft> = {}): QuestionDraft => ({ id: null, label, hint: null, kind: 'text', required: false, options: [], ...more })

describe('what a service may be', () => {
  test.each<[string, Partial<ServiceDetails>, object]>([
    ['nobody where a person is needed', { staffIds: [] }, { kind: 'nobody-offers-it' }],
    ['somebody who is not of this business', { staffIds: ['019a0000-0000-7000-8000-000000000000'] }, { kind: 'unknown-staff' }],
    ['a chair that is not of this business', { placeIds: ['019a0000-0000-7000-8000-000000000000'] }, { kind: 'unknown-place' }],
    ['a store that is not of this business', { storeIds: ['019a0000-0000-7000-8000-000000000000'] }, { kind: 'unknown-store' }],
    ['no store', { storeIds: [] }, { kind: 'unknown-store' }],
    ['four minutes', { durationMinutes: 4 }, { kind: 'out-of-range', figure: 'durationMinutes', from: 5, to: 1440 }],
    ['half a minute more', { durationMinutes: 45.5 }, { kind: 'out-of-range', figure: 'durationMinutes', from: 5, to: 1440 }],
    ['a pause below zero', { bufferBeforeMinutes: -1 }, { kind: 'out-of-range', figure: 'bufferBeforeMinutes', from: 0, to: 480 }],
    ['a window of no day', { windowDays: 0 }, { kind: 'out-of-range', figure: 'windowDays', from: 1, to: 730 }],
    ['places without a number', { staffChoice: 'places', seats: null }, { kind: 'out-of-range', figure: 'seats', from: 1, to: 10_000 }],
    ['a question without words', { questions: [question(' ')] }, { kind: 'question-empty', at: 0 }],
    ['one answer to choose from', { questions: [question('Size?', { kind: 'choice', options: ['S', ' S ', ''] })] }, { kind: 'too-few-options', at: 0 }],
    ['a question that is not its own', { questions: [question('Size?', { id: '019a0000-0000-7000-8000-000000000000' })] }, { kind: 'unknown-question', at: 0 }],
  ])('%s is refused, and nothing is written', (_what, wrong, refusal) => {
    const salon = new Salon()
    const cut = salon.service()
    const before = rows('SELECT count(*) AS n FROM audit')
    expect(change(salon, cut, { title: 'Never', ...wrong })).toEqual({ ok: false, refusal })
    expect(saveService(salon.owner, null, { ...details(salon, cut), ...wrong }).ok).toBe(false)
    expect(rows('SELECT title FROM listings')).toEqual([{ title: 'Cut' }])
    expect(rows('SELECT count(*) AS n FROM audit')).toEqual(before)
  })

  test('another business changes nothing of it', () => {
    const salon = new Salon()
    const cut = salon.service()
    const stranger = business('Elsewhere').ctx
    expect(saveService(stranger, cut.listing.id, details(salon, cut))).toEqual({ ok: false, refusal: { kind: 'unknown-service' } })
    expect(duplicateService(stranger, cut.listing.id)).toEqual({ ok: false, refusal: { kind: 'unknown-service' } })
    expect(setServiceStatus(stranger, cut.listing.id, 'archived')).toEqual({ ok: false, refusal: { kind: 'unknown-service' } })
    expect(moveService(stranger, cut.listing.id, 'up')).toEqual({ ok: false, refusal: { kind: 'unknown-service' } })
  })
})

describe('a change', () => {
  test('leaves what is booked with its time, its pause and its price', () => {
    const salon = new Salon()
    const cut = salon.service()
    salon.book(cut, tomorrow)
    const claims = rows('SELECT * FROM allocations')
    expect(change(salon, cut, { durationMinutes: 90, bufferAfterMinutes: 30, priceMinor: 9000, title: 'Long cut' }).ok).toBe(true)
    expect(rows('SELECT * FROM allocations')).toEqual(claims)
    expect(rows('SELECT title, ends_at - starts_at AS ms, price_minor AS price FROM booking_items')).toEqual([{ title: 'Cut', ms: 45 * 60_000, price: 3659 }])
    expect(read((db) => serviceById(db, salon.owner.businessId, cut.listing.id))).toMatchObject({ durationMinutes: 90, listing: { slug: 'long-cut', priceMinor: 9000 } })
  })

  test('keeps somebody who is away in it, and they do it again once they are back', () => {
    const salon = new Salon()
    const cut = salon.service()
    setStaffActive(salon.owner, salon.people.Rui ?? '', false)
    expect(change(salon, cut, { title: 'Trim' }).ok).toBe(true)
    setStaffActive(salon.owner, salon.people.Rui ?? '', true)
    expect(read((db) => serviceById(db, salon.owner.businessId, cut.listing.id))?.staff.map(({ name }) => name)).toEqual(['Ana', 'Rui'])
  })

  test('to places makes seats of its own, to a person lets them rest, and back finds them again', () => {
    const salon = new Salon()
    const cut = salon.service()
    const seatsNow = () => rows('SELECT r.owner_id = s.listing_id AS own, r.capacity FROM services s JOIN resources r ON r.id = s.seats_resource_id')
    expect(change(salon, cut, { staffChoice: 'places', seats: 4 }).ok).toBe(true)
    expect(seatsNow()).toEqual([{ own: 1, capacity: 4 }])
    expect(change(salon, cut, { staffChoice: 'may', staffIds: Object.values(salon.people) }).ok).toBe(true)
    expect(seatsNow()).toEqual([])
    expect(change(salon, cut, { staffChoice: 'places', seats: 6 }).ok).toBe(true)
    expect(seatsNow()).toEqual([{ own: 1, capacity: 6 }])
    expect(rows("SELECT 1 FROM resources WHERE kind = 'place' AND owner_id IS NOT NULL")).toHaveLength(1)
  })

  test('to fewer places than are booked is refused with what is in the way', () => {
    const salon = new Salon()
    const table = salon.service({ title: 'Table', staffChoice: 'places', seats: 2 })
    salon.book(table, tomorrow, { who: 'Ana' })
    salon.book(table, tomorrow, { who: 'Rui' })
    expect(change(salon, table, { seats: 1 })).toMatchObject({ ok: false, refusal: { kind: 'taken', subjects: [expect.any(String), expect.any(String)] } })
    expect(change(salon, table, { seats: 3 }).ok).toBe(true)
  })
})

describe('questions', () => {
  test('are asked in the order of the list; one that was answered is retired, one that was not is gone', () => {
    const salon = new Salon()
    const cut = salon.service({ questions: [question('Length?'), question('Allergies?'), question('Pets?')] })
    const asked = () => read((db) => questionsOf(db, salon.owner.businessId, cut.listing.id))
    const [length, allergies, pets] = asked()
    if (!length || !allergies || !pets) throw new Error('Three questions were asked')
    const order = salon.order(cut, tomorrow)
    const placed = placeBooking(salon.customer(), { ...order, items: order.items.map((item) => ({ ...item, answers: { [length.id]: 'Short' } })) })
    expect(placed.ok).toBe(true)

    expect(change(salon, cut, { questions: [{ ...pets, label: 'Do you bring a pet?' }, question('Anything else?')] }).ok).toBe(true)
    expect(asked().map(({ label }) => label)).toEqual(['Do you bring a pet?', 'Anything else?'])
    expect(rows('SELECT label, retired_at IS NOT NULL AS retired FROM questions ORDER BY id')).toEqual([
      { label: 'Length?', retired: 1 },
      { label: 'Do you bring a pet?', retired: 0 },
      { label: 'Anything else?', retired: 0 },
    ])
    expect(placed.ok && read((db) => answersOf(db, placed.value.id))).toMatchObject([{ label: 'Length?', answer: 'Short' }])
  })
})

test('a copy is a draft with the same people, chairs and questions of its own', () => {
  const salon = new Salon()
  const cut = salon.service({ questions: [question('Length?')] })
  const copy = duplicateService(salon.owner, cut.listing.id)
  expect(copy).toMatchObject({ ok: true, value: { durationMinutes: 45, listing: { title: 'Cut (copy)', slug: 'cut-copy', status: 'draft' } } })
  if (!copy.ok) return
  expect(copy.value.staff).toEqual(cut.staff)
  expect(copy.value.places).toEqual(cut.places)
  const [own] = read((db) => questionsOf(db, salon.owner.businessId, copy.value.listing.id))
  expect(own?.label).toBe('Length?')
  expect(read((db) => questionsOf(db, salon.owner.businessId, cut.listing.id))[0]?.id).not.toBe(own?.id)
})

test('the order in which customers see them is moved one by one', () => {
  const salon = new Salon()
  const [cut, colour] = [salon.service(), salon.service({ title: 'Colour' })]
  const titles = () => read((db) => servicesOf(db, salon.owner.businessId, ['active'])).map(({ listing }) => listing.title)
  moveService(salon.owner, colour.listing.id, 'up')
  expect(titles()).toEqual(['Colour', 'Cut'])
  moveService(salon.owner, cut.listing.id, 'down')
  expect(titles()).toEqual(['Colour', 'Cut'])
})
