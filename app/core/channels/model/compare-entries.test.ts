import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareEntries, type FoundEntry, type KeptEntry } from './compare-entries'

const entry = (uid: string, startsAt: number, endsAt: number, summary: string | null = null, instance = ''): FoundEntry => ({ uid, instance, startsAt, endsAt, claims: `${startsAt}-${endsAt}`, summary })
let ids = 0
const kept = (found: FoundEntry): KeptEntry => ({ ...found, id: `kept ${(ids += 1)}`, version: 1 })
const terms = { now: 100, unreadable: [] }
const nothing = { added: [], changed: [], gone: [] }

test('what stands as it stood is no difference', () => {
  const [a, b] = [entry('a', 200, 300), entry('b', 300, 400, 'Reserved')]
  expect(compareEntries([kept(a), kept(b)], [b, a], terms)).toEqual(nothing)
})

test('a new UID is added, a vanished one is gone, one with other times is moved, and one with another name keeps its claims', () => {
  const [a, b, c, d] = [kept(entry('a', 200, 300)), kept(entry('b', 300, 400)), kept(entry('c', 400, 500)), entry('d', 500, 600)]
  const [moved, renamed] = [entry('b', 350, 400), entry('c', 400, 500, 'Reserved')]
  expect(compareEntries([a, b, c], [moved, renamed, d], terms)).toEqual({
    added: [d],
    changed: [{ kept: b, found: moved, moved: true }, { kept: c, found: renamed, moved: false }],
    gone: [a],
  })
})

test('a UID that is new for the very same time is the entry that was there', () => {
  const [a, other] = [kept(entry('a', 200, 300)), entry('z', 200, 300)]
  expect(compareEntries([a], [other], terms)).toEqual({ ...nothing, changed: [{ kept: a, found: other, moved: false }] })
})

test('what has passed is not given back when a channel drops it from its file', () => {
  const [past, present] = [kept(entry('a', 20, 100)), kept(entry('b', 90, 101))]
  expect(compareEntries([past, present], [], terms)).toEqual({ ...nothing, gone: [present] })
})

test('what could not be understood stays as it was', () => {
  const a = kept(entry('a', 200, 300))
  expect(compareEntries([a], [], { ...terms, unreadable: ['a'] })).toEqual(nothing)
})

test('entries that share a UID, or have none, are told apart', () => {
  const found = [entry('', 200, 300), entry('', 400, 500), entry('a', 200, 250), entry('a', 300, 350)]
  const { added } = compareEntries([], found, terms)
  expect(new Set(added.map(({ uid, instance }) => uid + instance)).size).toBe(4)
  expect(compareEntries(added.map(kept), [...found].reverse(), terms)).toEqual(nothing)
})

test('whatever was there before, what is taken over claims just what the file says, and a second look finds no difference', () => {
  const entries = fc.array(fc.tuple(fc.constantFrom('', 'a', 'b', 'c'), fc.integer({ min: 100, max: 120 }), fc.integer({ min: 1, max: 9 })).map(([uid, from, length]) => entry(uid, from, from + length)), { maxLength: 8 })
  fc.assert(fc.property(entries, entries, (before, after) => {
    const first = compareEntries([], before, terms).added.map(kept)
    const { added, changed, gone } = compareEntries(first, after, terms)
    const then = [...first.filter((one) => !gone.includes(one)).map((one) => ({ ...one, ...changed.find((change) => change.kept === one)?.found })), ...added.map(kept)]
    const claims = (list: readonly FoundEntry[]) => list.map((one) => one.claims).sort()
    expect(claims(then)).toEqual(claims(after))
    expect(compareEntries(then, after, terms)).toEqual(nothing)
  }), { numRuns: 500 })
})
