import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Whether an IP address is one of the public internet's: none of a machine, a network of one's own, a link, a group, a document. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  // An address with a zone (fe80::1%eth0) is of a link.
  return isIPv6(address) && !address.includes('%') && unicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}

/** Whether an IP address is this machine itself. */
export function isLoopbackAddress(address: string): boolean {
  if (isIPv4(address)) return address.startsWith('127.')
  return isIPv6(address) && own.check(address, 'ipv6')
}

// The registries of special-purpose addresses of IANA (RFC 6890 and its followers).
const special = listOf(
  [
    '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24',
    '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
  ],
  // Within 2000::/3: protocols (Teredo among them), documents, and 6to4, which wraps any address of IPv4.
  ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'],
)

// All that is given out to be reached from anywhere: loopback, links, local networks, groups and wrapped addresses of IPv4 lie outside.
const unicast = listOf([], ['2000::/3'])
const own = listOf([], ['::1/128'])

function listOf(ipv4: readonly string[], ipv6: readonly string[]): BlockList {
  const list = new BlockList()
  const add = (family: 'ipv4' | 'ipv6') => (range: string) => {
    const [net = '', bits] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  ipv4.forEach(add('ipv4'))
  ipv6.forEach(add('ipv6'))
  return list
}
