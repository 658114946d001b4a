import { describe, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { Landlady } from '../../../tests/world/house'
import { withDatabase } from '../../../tests/world/world'
import { isFreeFor } from './availability.server'
import type { Property } from './queries.server'

withDatabase()

const free = (landlady: Landlady, { listing }: Property, from: string, to = from, guests = 2) => read((db) => isFreeFor(db, landlady.guest(), listing, from, to, guests))

describe('a search finds a property for dates', () => {
  test('that are free, one date being one night', () => {
    const landlady = new Landlady()
    const house = landlady.property()
    landlady.stay(house, '2026-11-10', '2026-11-13')
    expect(free(landlady, house, '2026-11-13', '2026-11-15')).toBe(true)
    expect(free(landlady, house, '2026-11-09')).toBe(true)
    expect(free(landlady, house, '2026-11-12')).toBe(false)
    expect(free(landlady, house, '2026-11-08', '2026-11-11')).toBe(false)
  })

  test('that a guest could book: neither past nor too far ahead, long enough, and for as many as fit in', () => {
    const landlady = new Landlady()
    const house = landlady.property({}, { minNights: 2, maxNights: 5, windowDays: 60, guestsMost: 4 })
    expect(free(landlady, house, '2026-11-10', '2026-11-12')).toBe(true)
    expect(free(landlady, house, '2026-10-20', '2026-10-22'), 'past').toBe(false)
    expect(free(landlady, house, '2029-01-05', '2029-01-07'), 'too far ahead').toBe(false)
    expect(free(landlady, house, '2026-11-10'), 'too short').toBe(false)
    expect(free(landlady, house, '2026-11-10', '2026-11-16'), 'too long').toBe(false)
    expect(free(landlady, house, '2026-11-10', '2026-11-12', 5), 'too many').toBe(false)
  })

  test('on which somebody may arrive and leave, with the nights to prepare after them', () => {
    const landlady = new Landlady()
    // Saturdays.
    const house = landlady.property({}, { arrivalDays: [6], departureDays: [6], prepareNights: 1 })
    landlady.stay(house, '2026-11-21', '2026-11-28')
    expect(free(landlady, house, '2026-11-07', '2026-11-14')).toBe(true)
    expect(free(landlady, house, '2026-11-08', '2026-11-14'), 'a Sunday').toBe(false)
    expect(free(landlady, house, '2026-11-14', '2026-11-21'), 'no night to prepare').toBe(false)
  })
})
