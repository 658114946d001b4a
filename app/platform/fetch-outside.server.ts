import { lookup } from 'node:dns/promises'
import * as http from 'node:http'
import * as https from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { ok, refuse, type Result } from '~/kernel/result'
import { env } from './env.server'
import { isLoopbackAddress, isPublicAddress } from './outside-addresses'

/** What a page said of its own version when it was last read: sent along, so that a page that has not changed costs little. */
export interface Version {
  readonly etag: string | null
  readonly lastModified: string | null
}

export type Fetched = { readonly kind: 'unchanged' } | ({ readonly kind: 'read'; readonly text: string } & Version)

export type FetchRefusal =
  /** No address of the web, or one with a port or a log-in that we do not follow. */
  | { readonly kind: 'no-web-address' }
  | { readonly kind: 'unknown-name' }
  /** It leads to this machine, a private network or another address that is nobody's on the internet. */
  | { readonly kind: 'private-address' }
  | { readonly kind: 'no-connection' }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'too-many-redirects' }
  | { readonly kind: 'status'; readonly status: number }

interface Options extends Partial<Version> {
  readonly accept: string
  /** Every address of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
  /** Whether an address may be spoken to: those of the public internet, and this machine where FETCH_LOOPBACK says so. */
  readonly mayReach?: (address: string) => boolean
  /** Milliseconds for all of it. */
  readonly within?: number
}

/** In bytes, decompressed. */
export const mostBytes = 5 * 1024 * 1024
const mostRedirects = 5
const longestMs = 10_000

/**
 * Asks an address that a stranger named, by GET. The name is resolved here and each address checked, at every redirect anew, and the
 * connection goes to an address that was checked: a name that answers otherwise a moment later leads nowhere else. Ends after 10 s in all
 * and at 5 MB. Never throws for what a stranger's server does.
 */
export async function fetchOutside(address: string, options: Options): Promise<Result<Fetched, FetchRefusal>> {
  const signal = AbortSignal.timeout(options.within ?? longestMs)
  try {
    let url = URL.canParse(address) ? new URL(address) : null
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      if (!url) return refuse({ kind: 'no-web-address' })
      const answer = await ask(url, options, signal)
      if (!('location' in answer)) return answer
      url = URL.canParse(answer.location, url) ? new URL(answer.location, url) : null
    }
    return refuse({ kind: 'too-many-redirects' })
  } catch {
    // A connection that is refused or breaks off, a certificate that is not theirs, bytes that do not decompress.
    return refuse({ kind: signal.aborted ? 'too-slow' : 'no-connection' })
  }
}

type Answer = Result<Fetched, FetchRefusal> | { readonly location: string }

async function ask(url: URL, options: Options, signal: AbortSignal): Promise<Answer> {
  const addresses = await checkedAddresses(url, options, signal)
  if (!addresses.ok) return addresses
  const response = await respond(url, addresses.value, options, signal)
  const { statusCode: status = 0, headers } = response
  if (status === 200) return bodyOf(response, signal)
  response.destroy()
  if (status === 304) return ok({ kind: 'unchanged' })
  if ([301, 302, 303, 307, 308].includes(status) && headers.location) return { location: headers.location }
  return refuse({ kind: 'status', status })
}

/** The addresses behind an URL, all of which may be spoken to: a name with one that may not is refused whole. */
async function checkedAddresses(url: URL, { resolve = resolveName, mayReach = mayReachByDefault }: Options, signal: AbortSignal): Promise<Result<readonly string[], FetchRefusal>> {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return refuse({ kind: 'no-web-address' })
  const name = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = await Promise.race([resolve(name).catch(() => []), aborted(signal)])
  if (addresses.length === 0) return refuse({ kind: 'unknown-name' })
  if (!addresses.every(mayReach)) return refuse({ kind: 'private-address' })
  // The URL leaves out the port that its scheme has.
  const usualPort = url.port === '' || url.port === '80' || url.port === '443'
  return usualPort || addresses.every(isLoopbackAddress) ? ok(addresses) : refuse({ kind: 'no-web-address' })
}

function respond(url: URL, addresses: readonly string[], { accept, etag, lastModified }: Options, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request } = url.protocol === 'https:' ? https : http
  const headers = {
    Accept: accept,
    'Accept-Encoding': 'gzip',
    'User-Agent': 'Guildhall',
    ...(etag ? { 'If-None-Match': etag } : {}),
    ...(lastModified ? { 'If-Modified-Since': lastModified } : {}),
  }
  return new Promise((done, failed) => {
    // A connection of its own: one that was kept open may lead to an address that was right for another name.
    request(url, { agent: false, headers, lookup: alwaysTo(addresses), signal }).on('response', done).on('error', failed).end()
  })
}

async function bodyOf(response: http.IncomingMessage, signal: AbortSignal): Promise<Result<Fetched, FetchRefusal>> {
  const { headers } = response
  const parts: Buffer[] = []
  let size = 0
  const read = async (source: AsyncIterable<Buffer | string>) => {
    for await (const piece of source) {
      const part = Buffer.from(piece)
      size += part.length
      if (size > mostBytes) return
      parts.push(part)
    }
  }
  try {
    const decompress = decompressor(headers['content-encoding'])
    await (decompress ? pipeline(response, decompress, read, { signal }) : pipeline(response, read, { signal }))
  } catch (error) {
    if (size <= mostBytes) throw error
  }
  if (size > mostBytes) return refuse({ kind: 'too-large' })
  const text = new TextDecoder().decode(Buffer.concat(parts))
  return ok({ kind: 'read', text, etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null })
}

function decompressor(encoding = 'identity'): NodeJS.ReadWriteStream | null {
  switch (encoding.trim().toLowerCase()) {
    case 'identity':
      return null
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new Error('A compression that nobody asked for')
  }
}

function alwaysTo(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_name, { all: everyOne }, done) => {
    const [first] = all
    if (everyOne || !first) done(null, all)
    else done(null, first.address, first.family)
  }
}

async function resolveName(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address)
}

function mayReachByDefault(address: string): boolean {
  return isPublicAddress(address) || (env().FETCH_LOOPBACK === 'on' && isLoopbackAddress(address))
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, failed) => signal.addEventListener('abort', () => failed(signal.reason), { once: true }))
}
