import { expect, test } from 'vitest'
import { refuse } from '~/kernel/result'
import { read, transact, withoutWrites } from '~/platform/database.server'
import { change, rows, withDatabase } from './world'

withDatabase()

const audits = () => rows<{ n: number }>('SELECT count(*) AS n FROM audit')[0]?.n
const addAudit = (id: string) => change("INSERT INTO audit (id, at, actor, action, subject, changes, request_id) VALUES (?, 1, '{}', 'a.b.c', 's', '{}', 'r')", id)

test('a refusal undoes what its transaction wrote, and only that', () => {
  const answer = transact(() => {
    addAudit('outer')
    transact(() => {
      addAudit('inner')
      return refuse('no')
    })
    return 'kept'
  })
  expect(answer).toBe('kept')
  expect(rows('SELECT id FROM audit')).toEqual([{ id: 'outer' }])
  expect(transact(() => (addAudit('gone'), refuse('no')))).toEqual({ ok: false, refusal: 'no' })
  expect(audits()).toBe(1)
})

test('a promise is refused at run time and nothing of it stays', () => {
  const smuggled = (() => {
    addAudit('early')
    return Promise.resolve(1)
  }) as unknown as () => number
  expect(() => transact(smuggled)).toThrow('synchronous')
  expect(audits()).toBe(0)
})

test('a GET cannot write, and its connection cannot either', () => {
  expect(() => withoutWrites('/page', () => addAudit('x'))).toThrow('GET /page tried to write')
  expect(() => read((db) => db.$client.exec('DELETE FROM mails'))).toThrow('readonly')
})

test('audit rows are never changed or deleted', () => {
  addAudit('one')
  expect(() => change("UPDATE audit SET action = 'other'")).toThrow('append-only')
  expect(() => change('DELETE FROM audit')).toThrow('append-only')
})
