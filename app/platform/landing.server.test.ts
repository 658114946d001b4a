import { expect, test } from 'vitest'
import { change, rows, withDatabase } from '../../tests/world/world'
import { seeOther } from './answers.server'
import { installGate } from './gate.server'
import { landing } from './guarded.server'

withDatabase()
installGate({ account: () => null, business: () => null, booking: () => null })

function land(answer: () => Response, method = 'GET') {
  const headers: Record<string, string> = {}
  const context = { nonce: '', requestId: 'test', clientAddress: '127.0.0.1', setHeader: (name: string, value: string) => void (headers[name] = value), addHeader: () => undefined }
  const load = landing({ access: 'public', at: '/landings/stripe' }, answer)
  return { headers, answer: load({ request: new Request('http://house/landings/stripe?session=1', { method }), params: {}, context }) }
}

function keep() {
  change("INSERT INTO job_runs (job, every_ms) VALUES ('landed', 1)")
  return seeOther('/account')
}

test('a landing may write, leads to a clean page, and is kept by nobody', async () => {
  const { answer, headers } = land(keep)
  expect(await answer).toMatchObject({ status: 303 })
  expect(headers).toEqual({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  expect(rows('SELECT job FROM job_runs')).toEqual([{ job: 'landed' }])
})

test('who looks only, by a HEAD, makes nothing happen', async () => {
  expect(await land(keep, 'HEAD').answer).toMatchObject({ status: 405 })
  expect(rows('SELECT job FROM job_runs')).toEqual([])
})

test('a landing that shows a page is a mistake', async () => {
  await expect(land(() => new Response('page')).answer).rejects.toThrow('a landing leads to a clean page')
})
