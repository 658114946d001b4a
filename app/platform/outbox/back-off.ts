import { hour, second } from '~/kernel/time'

/**
 * How long to wait after the n-th failure, in milliseconds: 5 s, 15 s, 45 s … at most six hours, a fifth more or less.
 * What is added depends on the seed alone, so that failures of one moment come back apart and a test sees the same each time.
 */
export function backOff(failures: number, seed: string): number {
  const plain = Math.min(5 * second * 3 ** (failures - 1), 6 * hour)
  return Math.round(plain * (0.8 + 0.4 * fractionOf(`${seed} ${failures}`)))
}

/** A number in [0, 1) that a text stands for (FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/). */
function fractionOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The high bits of FNV mix poorly for short texts: fold them together once more.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 12)) >>> 0) / 2 ** 32
}
