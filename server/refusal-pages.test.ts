import express from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuse, type RefusalStatus } from './refusal-pages'

const statuses: RefusalStatus[] = [400, 403, 404, 405, 413, 500, 503]
const app = express()
app.get('/:status', (req, res) => {
  Object.assign(res.locals, { requestId: 'id-1', nonce: 'nonce-1' })
  refuse(res, Number(req.params.status) as RefusalStatus)
})
const server = createServer(app)
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
afterAll(() => void server.close())

const page = (status: number, headers: Record<string, string>) => fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${status}`, { headers: { Accept: 'text/html', ...headers } })

test.each(statuses)('%d is a page that stands on its own: a title, a reason, a way on and the number in the log', async (status) => {
  const answer = await page(status, {})
  const html = await answer.text()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(html).toMatch(/<title>[^<]+<\/title>[\s\S]*<h1>[^<]+<\/h1>\n<p>[^<]{20,}<\/p>\n<p><a href="\/">/)
  expect(html).toContain('id-1')
  expect(html).toContain('<style nonce="nonce-1">')
  expect(html).not.toMatch(/<script|style=|https?:/)
})

test.each(statuses)('no sentence of %d escapes translation', async (status) => {
  const html = await (await page(status, { 'Accept-Language': 'en-XA' })).text()
  const plain = await (await page(status, { 'Accept-Language': 'en' })).text()
  const sentences = (text: string) => [...text.matchAll(/>([^<>{}\n]{4,})</g)].map(([, sentence]) => sentence)
  const marked = sentences(html)
  expect(marked.length).toBeGreaterThan(3)
  for (const sentence of sentences(plain)) expect(marked).not.toContain(sentence)
})

test.each([
  [{ 'Accept-Language': 'pt' }, 'pt-PT'],
  [{ 'Accept-Language': 'fr' }, 'en'],
  [{ 'Accept-Language': 'en', Cookie: 'guildhall_language=pt-PT' }, 'pt-PT'],
  [{ 'Accept-Language': 'pt-PT', Cookie: 'guildhall_language=klingon' }, 'pt-PT'],
])('%o is answered in %s', async (headers, language) => {
  expect(await (await page(404, headers as Record<string, string>)).text()).toContain(`<html lang="${language}">`)
})
