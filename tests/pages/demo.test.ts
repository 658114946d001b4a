import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../free-port'
import { prepareTown, root, townPassword } from '../serving'
import { headingOf, visitor } from '../visitor'

const scratch = join(root, 'tests', '.artifacts')
let folder: string
let demo: ChildProcess
let url: string
let said = ''

beforeAll(async () => {
  prepareTown()
  mkdirSync(scratch, { recursive: true })
  folder = mkdtempSync(join(scratch, 'demo-'))
  const port = await freePort()
  const { PATH = '', HOME = '' } = process.env
  demo = spawn(process.execPath, ['scripts/demo.mjs'], { cwd: root, env: { PATH, HOME, NODE_ENV: 'test', PORT: String(port), DEMO_FOLDER: relative(root, folder) } })
  const open = new Promise<void>((resolve, reject) => {
    const listen = (piece: Buffer) => {
      said += piece
      if (said.includes('is open at')) resolve()
    }
    demo.stdout?.on('data', listen)
    demo.stderr?.on('data', listen)
    demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${said}`)))
  })
  await open
  url = /is open at (\S+);/.exec(said)?.[1] ?? ''
})
afterAll(() => {
  if (demo?.exitCode === null) demo.kill('SIGTERM')
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('the demo serves its town with nothing set up, and ends when it is told to', async () => {
  const owner = visitor(url)
  expect(headingOf(await owner.get('/b/casa-azul'))).toContain('Casa Azul')
  expect((await owner.post('/log-in', { email: 'owner@casa-azul.test', password: townPassword })).status).toBe(303)
  expect((await owner.get('/dashboard/casa-azul/overview')).status).toBe(200)
  expect((await owner.get('/dev/mailbox')).status).toBe(200)
  const ended = new Promise((resolve) => demo.once('exit', resolve))
  demo.kill('SIGTERM')
  expect(await ended).toBe(0)
})
