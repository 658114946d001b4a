import { expect, test } from 'vitest'
import { clientAddress, isLoopback } from './client-address'

const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}) => ({ headers, socket: { remoteAddress } }) as Parameters<typeof clientAddress>[0]

test.each([
  ['no header is configured: nobody may name an address', '203.0.113.9', { 'x-forwarded-for': '192.0.2.1' }, undefined, '203.0.113.9'],
  ['the proxy names the client', '10.0.0.1', { 'fly-client-ip': '192.0.2.1' }, 'Fly-Client-IP', '192.0.2.1'],
  ['of a list only the last entry is the proxy’s own', '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 192.0.2.1' }, 'x-forwarded-for', '192.0.2.1'],
  ['the header is missing', '10.0.0.1', {}, 'fly-client-ip', '10.0.0.1'],
  ['the header is no address', '10.0.0.1', { 'fly-client-ip': '<script>' }, 'fly-client-ip', '10.0.0.1'],
  ['IPv6', '10.0.0.1', { 'fly-client-ip': '2001:db8::1' }, 'fly-client-ip', '2001:db8::1'],
  ['IPv4 through a socket for both', '::ffff:192.0.2.1', {}, undefined, '192.0.2.1'],
  ['the socket is gone', undefined, {}, undefined, ''],
])('%s', (_what, socket, headers, header, address) => {
  expect(clientAddress(from(socket, headers as Record<string, string>), header)).toBe(address)
})

test('this machine knows its own addresses', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1'].every(isLoopback)).toBe(true)
  expect(['192.0.2.1', '', '2001:db8::1', '10.127.0.1'].some(isLoopback)).toBe(false)
})
