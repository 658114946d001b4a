import { expect, test } from 'vitest'
import { isLoopbackAddress, isPublicAddress } from './outside-addresses'

test.each(['93.184.216.34', '8.8.8.8', '172.15.255.255', '172.32.0.1', '100.63.255.255', '2606:2800:220:1:248:1893:25c8:1946', '2a00:1450:4003:80a::200e'])('%s is of the public internet', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test.each([
  ['this machine', '127.0.0.1'], ['this machine', '127.8.9.10'], ['this machine', '::1'],
  ['no machine', '0.0.0.0'], ['no machine', '::'],
  ['a private network', '10.1.2.3'], ['a private network', '172.16.0.1'], ['a private network', '172.31.255.255'], ['a private network', '192.168.1.1'],
  ['a carrier’s network', '100.64.0.1'],
  ['a link, where clouds keep their secrets', '169.254.169.254'], ['a link', 'fe80::1'], ['a link with its zone', 'fe80::1%eth0'],
  ['a unique local network', 'fd00::1'], ['a unique local network', 'fc12:3456::1'],
  ['a group', '224.0.0.1'], ['a group', 'ff02::1'], ['everybody', '255.255.255.255'],
  ['IPv4 in IPv6', '::ffff:127.0.0.1'], ['IPv4 in IPv6', '::ffff:10.0.0.1'], ['IPv4 in IPv6', '::ffff:93.184.216.34'],
  ['IPv4 by translation', '64:ff9b::7f00:1'], ['IPv4 by 6to4', '2002:7f00:1::'], ['IPv4 by Teredo', '2001:0:7f00:1::'],
  ['a document', '192.0.2.1'], ['a document', '2001:db8::1'],
  ['no address', 'localhost'], ['no address', ''],
])('%s (%s) is not', (_what, address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test('this machine is known by its own addresses alone', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1'].map(isLoopbackAddress)).toEqual([true, true, true])
  expect(['10.0.0.1', '::2', '::ffff:127.0.0.1', '169.254.169.254', 'localhost'].map(isLoopbackAddress)).toEqual([false, false, false, false, false])
})
