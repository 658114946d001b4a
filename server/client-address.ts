import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/**
 * The client's address: what the configured proxy says, else the socket's. Of a list the last entry counts, since only
 * that one was written by the proxy itself.
 */
export function clientAddress(req: Pick<IncomingMessage, 'headers' | 'socket'>, header: string | undefined): string {
  const said = header === undefined ? undefined : req.headers[header.toLowerCase()]
  const named = plain(String(said ?? '').split(',').at(-1) ?? '')
  return isIP(named) === 0 ? plain(req.socket.remoteAddress ?? '') : named
}

/** Whether an address is this machine's own. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^127\./.test(address)
}

// A socket for both kinds of addresses shows IPv4 as ::ffff:192.0.2.1.
function plain(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.)/i, '')
}
