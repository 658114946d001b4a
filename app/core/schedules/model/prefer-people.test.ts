import { expect, test } from 'vitest'
import { preferPeople } from './prefer-people'

test('whoever has fewest minutes booked that day comes first', () => {
  expect(preferPeople([{ id: 'a', bookedMinutes: 60, lastBookedAt: null }, { id: 'b', bookedMinutes: 45, lastBookedAt: 9 }])).toStrictEqual(['b', 'a'])
})

test('then whoever was booked least recently, and never is longest ago', () => {
  const people = [{ id: 'a', bookedMinutes: 0, lastBookedAt: 20 }, { id: 'b', bookedMinutes: 0, lastBookedAt: 10 }, { id: 'c', bookedMinutes: 0, lastBookedAt: null }]
  expect(preferPeople(people)).toStrictEqual(['c', 'b', 'a'])
})

test('then the id, so that the order never depends on how they were read', () => {
  const people = [{ id: 'b', bookedMinutes: 0, lastBookedAt: null }, { id: 'a', bookedMinutes: 0, lastBookedAt: null }]
  expect(preferPeople(people)).toStrictEqual(['a', 'b'])
  expect(preferPeople([...people].reverse())).toStrictEqual(['a', 'b'])
})
