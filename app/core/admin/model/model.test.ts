import { expect, test } from 'vitest'
import { uuidv7 } from '~/kernel/ids'
import { cursorText, hrefWith, onePage, readCursor } from './cursor'
import { jobState } from './job-state'

test('a cursor comes back from an address, and anything else is the first page', () => {
  const cursor = { at: 1_762_160_400_000, id: uuidv7(1) }
  expect(readCursor(cursorText(cursor))).toEqual(cursor)
  for (const text of [null, '', 'x', '1_x', "1_' or 1=1 --", `${'9'.repeat(20)}_${cursor.id}`]) expect(readCursor(text)).toBeNull()
})

test('a page ends with its last row only where another follows', () => {
  expect(onePage([1, 2, 3], 2)).toEqual({ rows: [1, 2], last: 2 })
  expect(onePage([1, 2], 2)).toEqual({ rows: [1, 2], last: null })
  expect(onePage([], 2)).toEqual({ rows: [], last: null })
})

test('an address keeps what says something', () => {
  expect(hrefWith('/admin/users', { q: 'a b', role: '', before: undefined })).toBe('/admin/users?q=a+b')
  expect(hrefWith('/admin/users', {})).toBe('/admin/users')
})

test('a job is well, failed at last, or overdue', () => {
  const run = { startedAt: 1000, finishedAt: 2000, failedAt: null, everyMs: 500 }
  expect(jobState(run, 2500)).toBe('well')
  expect(jobState(run, 2501)).toBe('overdue')
  expect(jobState({ ...run, failedAt: 2001 }, 2100)).toBe('failed')
  expect(jobState({ ...run, failedAt: 1999 }, 2100)).toBe('well')
  expect(jobState({ ...run, finishedAt: null }, 1400)).toBe('well')
  expect(jobState({ ...run, finishedAt: null }, 1501)).toBe('overdue')
})
