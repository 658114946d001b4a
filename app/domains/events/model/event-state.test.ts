import { describe, expect, test } from 'vitest'
import { eventMoves, eventState, eventStates } from './event-state'

const now = 1000
const facts = { status: 'active', cancelledAt: null, lastEndsAt: 2000 } as const

describe('the state of an event', () => {
  test('is what its listing says while a date is to come', () => {
    expect(eventState({ ...facts, status: 'draft' }, now)).toBe('draft')
    expect(eventState(facts, now)).toBe('published')
    expect(eventState({ ...facts, status: 'paused' }, now)).toBe('paused')
    expect(eventState({ ...facts, status: 'archived' }, now)).toBe('paused')
  })

  test('is completed from the end of its last date, and not before', () => {
    expect(eventState({ ...facts, lastEndsAt: 1001 }, now)).toBe('published')
    expect(eventState({ ...facts, lastEndsAt: 1000 }, now)).toBe('completed')
    expect(eventState({ ...facts, lastEndsAt: null }, now)).toBe('published')
  })

  test('is cancelled whatever else it is', () => {
    expect(eventState({ ...facts, status: 'paused', cancelledAt: 900, lastEndsAt: 500 }, now)).toBe('cancelled')
  })

  test('nothing is done any more with what is completed or cancelled, and nothing becomes completed by hand', () => {
    expect(eventMoves.completed).toEqual([])
    expect(eventMoves.cancelled).toEqual([])
    expect(eventStates.flatMap((state) => eventMoves[state])).not.toContain('completed')
  })
})
