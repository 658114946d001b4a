import { expect, test } from 'vitest'
import { actOnRows, readRowsAct, rowsAct } from './form-rows'

test.each([
  ['add', ['a', 'b', 'c', 'new']],
  [rowsAct('remove', 1), ['a', 'c']],
  [rowsAct('up', 1), ['b', 'a', 'c']],
  [rowsAct('down', 1), ['a', 'c', 'b']],
  [rowsAct('up', 0), ['a', 'b', 'c']],
  [rowsAct('down', 2), ['a', 'b', 'c']],
  [rowsAct('remove', 7), ['a', 'b', 'c']],
])('the button %s leaves %j', (value, rows) => {
  const act = readRowsAct(value)
  expect(act && actOnRows(['a', 'b', 'c'], act, 'new')).toEqual(rows)
})

test('any other value is no button of the rows', () => {
  for (const value of [null, '', 'up', 'up-', 'up--1', 'remove-1e3', 'drop-1', '{"type":"insert"}']) expect(readRowsAct(value)).toBeNull()
})
