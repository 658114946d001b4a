import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { refuse } from '~/kernel/result'
import { hour, minute } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { blockTime, changeCapacity, claimAll, createResource, fitsIn, release, removeCapacityChange, setCapacity, takenBetween, unblockTime } from './index.server'

withDatabase()

let ctx: BusinessCtx
beforeEach(() => {
  ctx = business().ctx
})

const ten = theMorning + hour

function resource(capacity: number | null, kind: 'person' | 'place' | 'pool' = 'place'): string {
  return transact((db) => createResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind, ownerId: null, name: 'Chair', capacity }))
}

function claim(resourceId: string, startsAt: number, length = hour, quantity = 1, options: { subject?: string; expiresAt?: number; now?: number } = {}): boolean {
  const at = { ...ctx, now: options.now ?? ctx.now }
  const claims = [{ resourceId, startsAt, endsAt: startsAt + length, quantity }]
  return claimAll(at, claims, { businessId: ctx.businessId, subject: options.subject ?? ctx.newId(), kind: 'booking', expiresAt: options.expiresAt ?? null }).ok
}

test('a claim that touches another is fine, one that overlaps it is refused', () => {
  const chair = resource(1)
  expect(claim(chair, ten)).toBe(true)
  expect(claim(chair, ten + hour)).toBe(true)
  expect(claim(chair, ten - hour)).toBe(true)
  expect(claim(chair, ten + 30 * minute)).toBe(false)
  expect(claim(chair, ten - minute, 2 * minute)).toBe(false)
})

test('all or none: a set of which one does not fit leaves nothing behind', () => {
  const [chair, room] = [resource(1), resource(1)]
  claim(room, ten)
  const both = [chair, room].map((resourceId) => ({ resourceId, startsAt: ten, endsAt: ten + hour, quantity: 1 }))
  expect(claimAll(ctx, both, { businessId: ctx.businessId, subject: 'x', kind: 'booking', expiresAt: null })).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
  expect(rows('SELECT * FROM allocations WHERE resource_id = ?', chair)).toEqual([])
})

test('what counts is the peak, not the sum', () => {
  const room = resource(2)
  expect(claim(room, ten)).toBe(true)
  expect(claim(room, ten + hour)).toBe(true)
  expect(claim(room, ten, 2 * hour)).toBe(true)
  expect(claim(room, ten + 30 * minute, hour)).toBe(false)
})

test('a hold that has run out does not count, whether or not a job has swept it, and the next claim releases it', () => {
  const chair = resource(1)
  expect(claim(chair, ten, hour, 1, { expiresAt: ctx.now + minute })).toBe(true)
  expect(claim(chair, ten)).toBe(false)
  const later = ctx.now + minute
  expect(read((db) => fitsIn(db, ctx.businessId, { resourceId: chair, startsAt: ten, endsAt: ten + hour, quantity: 1 }, later))).toBe(true)
  expect(claim(chair, ten, hour, 1, { now: later })).toBe(true)
  expect(rows('SELECT count(*) AS n FROM allocations WHERE released_at IS NULL')).toEqual([{ n: 1 }])
})

test("another business's resource cannot be claimed", () => {
  const chair = resource(1)
  const other = business('Another').ctx
  const claims = [{ resourceId: chair, startsAt: ten, endsAt: ten + hour, quantity: 1 }]
  expect(claimAll(other, claims, { businessId: other.businessId, subject: 'x', kind: 'booking', expiresAt: null }).ok).toBe(false)
})

describe('the triggers refuse what code lets through', () => {
  const insert = (resourceId: string, start: number | null, end: number | null, quantity = 1, kind = 'booking') =>
    change(
      `INSERT INTO allocations (id, business_id, resource_id, starts_at, ends_at, quantity, kind, claimed_at, subject) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 's')`,
      ctx.newId(), ctx.businessId, resourceId, start, end, quantity, kind,
    )

  test('an overlap, on insert and on update', () => {
    const chair = resource(1)
    insert(chair, ten, ten + hour)
    expect(() => insert(chair, ten + minute, ten + hour)).toThrow('taken')
    insert(chair, ten + hour, ten + 2 * hour)
    expect(() => change('UPDATE allocations SET starts_at = ? WHERE starts_at = ?', ten + 30 * minute, ten + hour)).toThrow('taken')
    change('UPDATE allocations SET released_at = 1 WHERE starts_at = ?', ten)
    insert(chair, ten, ten + hour)
    expect(() => change('UPDATE allocations SET released_at = NULL WHERE released_at = 1')).toThrow('taken')
  })

  test('imported entries are let in, and count against every later claim', () => {
    const chair = resource(1)
    insert(chair, ten, ten + hour)
    insert(chair, ten, ten + hour, 1, 'import')
    change("UPDATE allocations SET released_at = 1 WHERE kind = 'booking'")
    expect(() => insert(chair, ten, ten + hour)).toThrow('taken')
  })

  test('the capacity in force at each instant', () => {
    const room = resource(2)
    change('INSERT INTO capacity_changes (id, business_id, resource_id, starts_at, ends_at, capacity) VALUES (?, ?, ?, ?, ?, 0)', ctx.newId(), ctx.businessId, room, ten + hour, ten + 2 * hour)
    insert(room, ten, ten + hour, 2)
    expect(() => insert(room, ten + 30 * minute, ten + 90 * minute)).toThrow('taken')
    expect(() => insert(room, ten + 30 * minute, ten + 3 * hour)).toThrow('taken')
    insert(room, ten + 2 * hour, ten + 3 * hour, 2)
  })

  test('a pool keeps a running total and sells no seat twice', () => {
    const pool = resource(3, 'pool')
    insert(pool, null, null, 2)
    expect(() => insert(pool, null, null, 2)).toThrow('taken')
    insert(pool, null, null, 1)
    expect(rows('SELECT taken FROM resources WHERE id = ?', pool)).toEqual([{ taken: 3 }])
    change('UPDATE allocations SET released_at = 1 WHERE quantity = 2')
    expect(rows('SELECT taken FROM resources WHERE id = ?', pool)).toEqual([{ taken: 1 }])
    expect(() => insert(pool, ten, ten + hour)).toThrow('without a time')
  })

  test('lowering a capacity below what is taken', () => {
    const room = resource(2)
    insert(room, ten, ten + hour, 2)
    expect(() => change('UPDATE resources SET capacity = 1 WHERE id = ?', room)).toThrow('below what is taken')
    expect(() => change('INSERT INTO capacity_changes (id, business_id, resource_id, starts_at, ends_at, capacity) VALUES (?, ?, ?, ?, ?, 1)', ctx.newId(), ctx.businessId, room, ten, ten + 1)).toThrow('below')
  })
})

test('a dated capacity is refused below what is taken, with what is in the way, and can be taken back', () => {
  const room = resource(2)
  claim(room, ten, hour, 2, { subject: 'the-visit' })
  const day = { resourceId: room, startsAt: ten - hour, endsAt: ten + 5 * hour, reason: null }
  expect(changeCapacity(ctx, { ...day, capacity: 1 })).toEqual(refuse({ kind: 'taken', subjects: ['the-visit'] }))
  expect(setCapacity(ctx, room, 1)).toEqual(refuse({ kind: 'taken', subjects: ['the-visit'] }))
  const wider = changeCapacity(ctx, { ...day, capacity: 3 })
  expect(claim(room, ten)).toBe(true)
  expect(wider.ok && removeCapacityChange(ctx, wider.value)).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
})

test('a blocked time keeps bookings out until it is freed, and is itself kept out by them', () => {
  const chair = resource(1)
  const block = blockTime(ctx, { resourceId: chair, startsAt: ten, endsAt: ten + hour, reason: 'Dentist' })
  expect(claim(chair, ten)).toBe(false)
  expect(block.ok && unblockTime(ctx, block.value).ok).toBe(true)
  expect(claim(chair, ten, hour, 1, { subject: 'visit' })).toBe(true)
  expect(blockTime(ctx, { resourceId: chair, startsAt: ten, endsAt: ten + hour, reason: 'Dentist' })).toEqual(refuse({ kind: 'taken', subjects: ['visit'] }))
  expect(blockTime(ctx, { resourceId: chair, startsAt: ten, endsAt: ten, reason: '' })).toEqual(refuse({ kind: 'wrong-way-round' }))
})

test('no sequence of claims and releases lets more be taken at an instant than there is', () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('claim' as const), start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }), quantity: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ act: fc.constant('release' as const), which: fc.nat(30) }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 40 }), (capacity, steps) => {
      const room = resource(capacity)
      const live: { subject: string; start: number; end: number; quantity: number }[] = []
      for (const act of steps) {
        if (act.act === 'release') {
          const [gone] = live.splice(act.which % Math.max(1, live.length), 1)
          if (gone) transact((db) => release(db, ctx.businessId, gone.subject, ctx.now))
          continue
        }
        const row = { subject: ctx.newId(), start: act.start, end: act.start + act.length, quantity: act.quantity }
        const highest = Math.max(...Array.from({ length: act.length }, (_, i) => live.filter((other) => other.start <= row.start + i && row.start + i < other.end).reduce((sum, other) => sum + other.quantity, 0)))
        const fitted = claim(room, ten + row.start * minute, act.length * minute, act.quantity, { subject: row.subject })
        expect(fitted).toBe(highest + act.quantity <= capacity)
        if (fitted) live.push(row)
      }
      const taken = read((db) => takenBetween(db, ctx.businessId, room, { from: ten - hour, to: ten + 24 * hour, now: ctx.now }))
      expect(taken.length).toBe(live.length)
    }),
    { numRuns: 60 },
  )
})
