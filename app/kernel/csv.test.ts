import { expect, test } from 'vitest'
import { csvFile } from './csv'

test('rows end with CRLF, and a comma, a quote or a line within a cell is quoted', () => {
  expect(csvFile([['a', 'b'], ['one, two', 'she said "yes"'], ['two\nlines', '']])).toBe('\uFEFFa,b\r\n"one, two","she said ""yes"""\r\n"two\nlines",\r\n')
})

test.each(['=1+1', '+351 912 345 678', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])('a spreadsheet does not run %j', (text) => {
  expect(csvFile([[text]]).replaceAll('"', '')).toBe(`\uFEFF'${text}\r\n`)
})

test('numbers stay numbers', () => {
  expect(csvFile([['-12.50', '0', '-3']])).toBe('\uFEFF-12.50,0,-3\r\n')
})
