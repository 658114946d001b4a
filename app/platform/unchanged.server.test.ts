import { expect, test } from 'vitest'
import { change, rows, withDatabase } from '../../tests/world/world'
import { read, transact } from './database.server'
import { keptWhileUnchanged } from './unchanged.server'

withDatabase()

const add = (id: string) => change("INSERT INTO audit (id, at, actor, action, subject, changes, request_id) VALUES (?, 1, '{}', 'a.b.c', 's', '{}', 'r')", id)

function counting() {
  const kept = keptWhileUnchanged<number>(2)
  let computed = 0
  const count = () => rows<{ n: number }>('SELECT count(*) AS n FROM audit')[0]?.n ?? -1
  return { ask: (key: string, now = 0) => read((db) => kept(db, now, key, () => ((computed += 1), count()))), kept, computed: () => computed }
}

test('an answer is computed once while nobody writes, and again after each commit', () => {
  const { ask, computed } = counting()
  expect([ask('a'), ask('a'), ask('b')]).toEqual([0, 0, 0])
  expect(computed()).toBe(2)
  add('one')
  expect([ask('a'), ask('a')]).toEqual([1, 1])
  expect(computed()).toBe(3)
})

test('the next second and one key too many begin anew', () => {
  const { ask, computed } = counting()
  ask('a', 999)
  ask('a', 1000)
  expect(computed()).toBe(2)
  for (const key of ['b', 'c', 'a']) ask(key, 1000)
  expect(computed()).toBe(5)
})

test('the writing connection keeps nothing: it does not see its own commits', () => {
  const { kept } = counting()
  expect(transact((db) => kept(db, 0, 'a', () => 1))).toBe(1)
  expect(transact((db) => kept(db, 0, 'a', () => 2))).toBe(2)
})
