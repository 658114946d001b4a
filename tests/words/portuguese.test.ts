import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { mountedRoutes } from '~/registry'
import { root } from '../serving'

interface Sentence {
  readonly id: string
  readonly files: readonly string[]
}

// What only those see who run a business or the house.
const ofTheDesk = [
  /^app\/core\/(admin|businesses|schedules)\//,
  /^app\/shells\/(dashboard|admin)\//,
  /^app\/core\/bookings\/(desk-|act-words|calendar-|overview|words\.ts|ui\/(desk-|overview|booking-acts|booking-money|booking-refunds|booking-parts|act-page|block|calendar|diary))/,
  /^app\/core\/bookings\/(diary|list|answer-words)/,
  /^app\/domains\/appointments\/(desk-|service-|editor|refusal-words|why-|ui\/(desk-|service-|question-rows|spans|place-))/,
  /^app\/core\/listings\/(schema-words|category-words|extra-form|forms|ui\/)/,
  /^app\/core\/pricing\/(forms|policy-page|ui\/)/,
  /^app\/core\/payments\/(forms|ui\/)/,
  /^app\/ui\/(calendar\/|chart|desk)/,
]
const deskRoutes = new Set(mountedRoutes().flatMap(({ shell, source }) => (shell === 'dashboard' || shell === 'admin' ? [join('app', source)] : [])))

let sentences: Sentence[]
beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/words.mjs', '--list'], { cwd: root, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
  if (status !== 0) throw new Error(stderr)
  sentences = JSON.parse(stdout) as Sentence[]
})

test('no sentence that a customer meets lacks its Portuguese', () => {
  const portuguese = JSON.parse(readFileSync(join(root, 'app', 'words', 'pt-PT.json'), 'utf8')) as Record<string, string>
  const customers = sentences.filter(({ files }) => files.some((file) => !deskRoutes.has(file) && !ofTheDesk.some((desk) => desk.test(file))))
  expect(customers.length).toBeGreaterThan(300)
  expect(customers.filter(({ id }) => !portuguese[id]).map(({ id, files }) => `${id}  (${files.join(', ')})`)).toEqual([])
})

test('every sentence stands in a file that is there', () => {
  expect(sentences.flatMap(({ files }) => files).filter((file) => !existsSync(join(root, file)))).toEqual([])
})
