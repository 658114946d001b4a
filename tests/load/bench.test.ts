import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { prepareTown } from '../serving'
import { root } from './files'

// That it runs and prints every row; what it measures in so few answers means nothing.
test('a tiny bench prints every figure beside its reference', async () => {
  prepareTown()
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/load/bench.ts', '--tiny'], {
    cwd: root, env: { ...process.env, NODE_ENV: 'production', GUILDHALL_MODE: 'test' },
  })
  const rows = stdout.split('\n').map((line) => line.split(/ {2,}/))
  const names = rows.map(([name]) => name)
  for (const name of [
    'Bookings committed through placeBooking',
    'Bookings held, paid by card and secured',
    'Tickets of an event that sold 20',
    'POST …/book, checked',
    'A week of times, 5 people, 100 bookings',
    'Weeks of times all over the year',
    'The week of times, 200 bookings in the file',
    'The list of bookings, 200 bookings in the file',
    'A search by dates, among 200 listings',
    'A search by dates: time of the server',
    'A search that few fit, among 200 listings',
    'A month of the calendar with filters, 200 bookings of one business',
    'A month of the calendar, time of the server',
    'Bookings with filters, 200 bookings of one business',
    'Bookings that match words, 200 bookings of one business and 1 %',
    'A public page, 300 routes',
    'A dashboard page, 300 routes',
    'Start, from the process to its first answer',
    'Memory at rest, jobs included',
  ]) {
    expect(names, stdout).toContain(name)
  }
  const pictures = rows.filter(([name]) => name?.startsWith('A picture, '))
  expect(pictures.map(([name]) => name?.split(',')[1])).toEqual([' 320 wide', ' 640 wide', ' 1280 wide', ' 1920 wide'])
  // These hold on any machine: what a first visit brings, and that nothing of it is a script.
  const sizes = rows.filter(([name]) => name?.startsWith('Size: '))
  expect(sizes.length).toBeGreaterThan(10)
  expect(sizes.filter((row) => row.at(-1) !== 'yes')).toEqual([])
}, 600_000)
