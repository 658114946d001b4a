import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../serving'

interface Sentence {
  readonly id: string
  readonly files: readonly string[]
}

let sentences: Sentence[]
beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/words.mjs', '--list'], { cwd: root, encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 })
  if (status !== 0) throw new Error(stderr)
  sentences = JSON.parse(stdout) as Sentence[]
})

test('no sentence lacks its Portuguese', () => {
  const portuguese = JSON.parse(readFileSync(join(root, 'app', 'words', 'pt-PT.json'), 'utf8')) as Record<string, string>
  expect(sentences.length).toBeGreaterThan(2000)
  expect(sentences.filter(({ id }) => !portuguese[id]).map(({ id, files }) => `${id}  (${files.join(', ')})`)).toEqual([])
})

test('every sentence stands in a file that is there', () => {
  expect(sentences.flatMap(({ files }) => files).filter((file) => !existsSync(join(root, file)))).toEqual([])
})
