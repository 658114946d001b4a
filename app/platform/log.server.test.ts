import { expect, test } from 'vitest'
import { createLog, describeError } from './log.server'

test('a line says when, how grave and what, and nothing about the machine', () => {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).info({ name: 'x' }, 'started')
  const line = JSON.parse(lines[0]!) as Record<string, unknown>
  expect(line).toMatchObject({ level: 'info', name: 'x', msg: 'started' })
  expect(Number.isFinite(Date.parse(String(line.time)))).toBe(true)
  expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'name', 'time'])
})

test('the values of a failed query are not logged, nor those of its cause', () => {
  const error = new Error('Failed query: insert into "contacts" values (?, ?)\nparams: Ana,ana@example.test\nsecond line of a note')
  const described = JSON.stringify(describeError(new Error('outer', { cause: error })))
  expect(described).toContain('insert into')
  expect(described).toContain('params: …')
  expect(described).not.toContain('ana@example.test')
  expect(described).not.toContain('second line of a note')
  expect(described).toContain('    at ')
})

test('what is thrown and is no error is named by its kind', () => {
  expect(describeError({ secret: 1 })).toEqual({ message: 'thrown: object' })
})
