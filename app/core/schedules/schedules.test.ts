import { afterEach, describe, expect, test } from 'vitest'
import { formatInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { addPerson, business, harbourStreet, installWorld, person } from '../../../tests/world/businesses'
import { everyDay, hours } from '../../../tests/world/schedules'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { addDaysOff, addException, removeException, removeExceptions } from './change-exceptions.server'
import { openBusiness } from './open-business.server'
import { hoursOwners, installPlaces } from './owners.server'
import { exceptionsOf, openHours, weeklyHoursOf } from './queries.server'
import { replaceWeeklyHours } from './replace-weekly-hours.server'

withDatabase()
afterEach(() => installPlaces(() => []))

const lisbon = 'Europe/Lisbon'
const open = (businessId: string, ownerId: string, from: string, to = from) =>
  read((db) => openHours(db, businessId, [ownerId], from, to, lisbon).get(ownerId) ?? []).map(({ start, end }) => `${formatInstant(start)}/${formatInstant(end)}`)

describe('weekly hours', () => {
  test('come back as they were given, breaks and nights too, in the order of the week', () => {
    const { ctx, store } = business()
    const week = [
      { weekday: 2, from: 840, to: 1080 },
      { weekday: 6, from: 1380, to: 1620 },
      { weekday: 2, from: 540, to: 780 },
    ]
    expect(replaceWeeklyHours(ctx, store.id, week)).toEqual({ ok: true, value: [week[2], week[0], week[1]] })
    hours(ctx, store.id, everyDay(10, 12, [1]))
    expect(read((db) => weeklyHoursOf(db, ctx.businessId, store.id))).toEqual([{ weekday: 1, from: 600, to: 720 }])
  })

  test('are instants in the zone asked for, whatever the clocks do', () => {
    const { ctx, store } = business()
    hours(ctx, store.id)
    expect(open(ctx.businessId, store.id, '2026-10-24', '2026-10-26')).toEqual([
      '2026-10-24T08:00Z/2026-10-24T16:00Z', '2026-10-25T09:00Z/2026-10-25T17:00Z', '2026-10-26T09:00Z/2026-10-26T17:00Z',
    ])
  })

  test('are kept for stores, people and places of the business, and for nothing else', () => {
    const { ctx, store, business: salon } = business()
    const other = business('Quay Cuts')
    const rui = addPerson(salon.id, 'Rui')
    installPlaces((_, businessId) => (businessId === salon.id ? [{ id: 'chair', name: 'Chair 1', active: true }] : []))
    expect(read((db) => hoursOwners(db, salon.id)).map(({ kind, name }) => `${kind} ${name}`)).toEqual(['store Cais do Sodré', 'person Rui', 'place Chair 1'])
    for (const id of [store.id, rui, 'chair']) expect(replaceWeeklyHours(ctx, id, everyDay(9, 17)).ok).toBe(true)
    expect(replaceWeeklyHours(ctx, other.store.id, everyDay(9, 17))).toEqual({ ok: false, refusal: 'unknown-owner' })
    expect(replaceWeeklyHours(other.ctx, 'chair', everyDay(9, 17))).toEqual({ ok: false, refusal: 'unknown-owner' })
    expect(rows('SELECT DISTINCT owner_id FROM weekly_hours')).toHaveLength(3)
  })

  test('of several owners come together; one without hours, or of another business, is closed', () => {
    const { ctx, store, business: salon } = business()
    const other = business('Quay Cuts')
    const rui = addPerson(salon.id, 'Rui')
    hours(ctx, store.id)
    hours(other.ctx, other.store.id)
    const found = read((db) => openHours(db, salon.id, [store.id, rui, other.store.id], '2026-12-01', '2026-12-02', lisbon))
    expect([...found].map(([, list]) => list.length)).toEqual([2, 0, 0])
  })
})

describe('exceptions', () => {
  test('give one date hours of its own, and give its weekday back when they go', () => {
    const { ctx, store } = business()
    hours(ctx, store.id)
    const added = addException(ctx, store.id, { date: '2026-12-24', from: 540, to: 720, reason: 'Christmas Eve' })
    if (!added.ok) throw new Error()
    expect(open(ctx.businessId, store.id, '2026-12-24')).toEqual(['2026-12-24T09:00Z/2026-12-24T12:00Z'])
    expect(removeException(ctx, store.id, added.value.id).ok).toBe(true)
    expect(open(ctx.businessId, store.id, '2026-12-24')).toEqual(['2026-12-24T09:00Z/2026-12-24T17:00Z'])
  })

  test('days off close every date of their range, both ends too', () => {
    const { ctx, store } = business()
    hours(ctx, store.id)
    const off = addDaysOff(ctx, store.id, { from: '2026-12-30', to: '2027-01-02', reason: null })
    if (!off.ok) throw new Error()
    expect(off.value.map((row) => row.date)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'])
    expect(open(ctx.businessId, store.id, '2026-12-29', '2027-01-03')).toEqual(['2026-12-29T09:00Z/2026-12-29T17:00Z', '2027-01-03T09:00Z/2027-01-03T17:00Z'])
    expect(read((db) => exceptionsOf(db, ctx.businessId, store.id, '2027-01-01'))).toHaveLength(2)
    expect(removeExceptions(ctx, store.id, off.value.map((row) => row.id)).ok).toBe(true)
    expect(read((db) => exceptionsOf(db, ctx.businessId, store.id))).toEqual([])
  })

  test('a range that runs backwards, or for longer than a year, is refused', () => {
    const { ctx, store } = business()
    expect(addDaysOff(ctx, store.id, { from: '2026-12-02', to: '2026-12-01', reason: null })).toEqual({ ok: false, refusal: 'too-long' })
    expect(addDaysOff(ctx, store.id, { from: '2026-12-02', to: '2028-12-01', reason: null })).toEqual({ ok: false, refusal: 'too-long' })
    expect(rows('SELECT id FROM hour_exceptions')).toEqual([])
  })

  test('of another business stay: one foreign id in a list removes nothing', () => {
    const { ctx, store } = business()
    const other = business('Quay Cuts')
    const mine = addException(ctx, store.id, { date: '2026-12-24', from: 540, to: 720, reason: null })
    const theirs = addException(other.ctx, other.store.id, { date: '2026-12-24', from: 540, to: 720, reason: null })
    if (!mine.ok || !theirs.ok) throw new Error()
    expect(removeExceptions(ctx, store.id, [mine.value.id, theirs.value.id])).toEqual({ ok: false, refusal: 'unknown-exception' })
    expect(removeException(ctx, other.store.id, theirs.value.id)).toEqual({ ok: false, refusal: 'unknown-exception' })
    expect(addException(ctx, other.store.id, { date: '2026-12-25', from: 540, to: 720, reason: null })).toEqual({ ok: false, refusal: 'unknown-owner' })
    expect(addDaysOff(ctx, other.store.id, { from: '2026-12-25', to: '2026-12-25', reason: null })).toEqual({ ok: false, refusal: 'unknown-owner' })
    expect(rows('SELECT id FROM hour_exceptions')).toHaveLength(2)
  })
})

test('a business signs up with its hours, or not at all', () => {
  installWorld()
  const ownerId = person('Rita')
  const input = {
    ownerId, name: 'Harbour Salon', code: null, currency: 'EUR', timeZone: lisbon, language: 'en', domains: ['appointments'], store: harbourStreet, hours: everyDay(9, 17, [1, 2]),
  }
  const made = openBusiness(contextAt(undefined, { kind: 'user', id: ownerId, roles: [] }), input)
  if (!made.ok) throw new Error()
  const { business: salon, store } = made.value
  expect(read((db) => weeklyHoursOf(db, salon.id, store.id))).toEqual(everyDay(9, 17, [1, 2]))
  expect(openBusiness(contextAt(), { ...input, domains: ['gambling'] }).ok).toBe(false)
  expect(rows('SELECT id FROM businesses')).toHaveLength(1)
})

test('hours are read by an index', () => {
  const plan = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, '', '').map((row) => row.detail).join()
  expect(plan('SELECT * FROM weekly_hours WHERE business_id = ? AND owner_id = ? ORDER BY weekday, from_minute')).toContain('weekly_hours_by_owner')
  expect(plan("SELECT * FROM hour_exceptions WHERE business_id = ? AND owner_id = ? AND date BETWEEN '1' AND '2'")).toContain('hour_exceptions_by_owner')
})
