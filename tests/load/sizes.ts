import { gzipSync } from 'node:zlib'
import { ask } from './client'
import type { Measured } from './measure'
import type { RunningServer } from './server-process'
import type { Site } from './sites'

const most = 30 * 1024

/** What a first visit to each public page brings, with the style sheet, as it is sent to a browser that takes compressed answers. */
export async function measureSizes(server: RunningServer, site: Site): Promise<Measured[]> {
  const business = `/b/${site.shop.slug}`
  const cut = `${business}/appointments/${site.shop.cut.slug}`
  const form = { name: 'Ana Marques', email: 'ana@bench.test', key: 'bench-sizes', website: '', website_at: '1' }
  const start = nextNoon()
  const pages: readonly [string, string, Record<string, string>?][] = [
    ['The first page', '/'],
    ['Search', '/search?q=bench'],
    ['A business', business],
    ['A service', cut],
    ['Its times', `${cut}/times`],
    ['Who is coming', `${cut}/book?start=${start}`],
    ['Check and book', `${cut}/book?start=${start}`, form],
    ['A booking', site.bookingPath],
    ['Find a booking', '/find-booking'],
    ['Log in', '/log-in'],
    ['Register', '/register'],
    ['Help', '/help'],
  ]
  return Promise.all(pages.map(([name, path, fields]) => sizeOf(server, name, path, fields)))
}

async function sizeOf({ url }: RunningServer, name: string, path: string, form?: Record<string, string>): Promise<Measured> {
  const asked = { path, ...(form ? { method: 'POST' as const, form } : {}) }
  const plain = await ask(url, asked)
  if (plain.status !== 200) throw new Error(`${path} answered ${plain.status}`)
  const page = await ask(url, { ...asked, headers: { 'Accept-Encoding': 'gzip' } })
  const html = plain.body.toString()
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href)
  const styles = await Promise.all(sheets.map((href) => ask(url, { path: href, headers: { 'Accept-Encoding': 'gzip' } })))
  const sent = page.body.length + styles.reduce((sum, { body }) => sum + body.length, 0)
  const scripts = html.match(/<script/g)?.length ?? 0
  return {
    name: `Size: ${name}`,
    figure: `${kilobytes(sent)} sent, ${scripts} scripts`,
    reference: `${kilobytes(plain.body.length)} of HTML, ${kilobytes(gzipSync(plain.body).length)} compressed`,
    ratio: null,
    aim: '≤ 30 KB, 0 scripts',
    met: sent <= most && scripts === 0,
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`
}

// The afternoons of the shop are free.
function nextNoon(): string {
  const date = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  return `${date}T15:00Z`
}
