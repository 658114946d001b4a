import { unmistakable } from '~/kernel/ids'

/** What a code says before anybody looks anything up. */
export interface ReadCode {
  /** The six signs of its booking's reference. */
  readonly booking: string
  /** Which item of the booking, from 0. */
  readonly place: number
  readonly seal: string
}

const base = unmistakable.length
const sealLength = 7

/** So many items of one booking can have a ticket: two signs count them. */
export const mostTickets = base * base

/** The first eight bytes of a seal as seven signs: 34 bits, one guess in 22 thousand million. */
export function sealSigns(seal: Uint8Array): string {
  let number = seal.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let signs = ''
  while (signs.length < sealLength) {
    signs += sign(Number(number % BigInt(base)))
    number /= BigInt(base)
  }
  return signs
}

/** "7K3M9-Q22XW-MTR4B": the booking, the item, the seal; of the signs that nobody mistakes. `reference` as people know it: `EV-7K3M9Q`. */
export function writeCode(reference: string, place: number, seal: string): string {
  if (place < 0 || place >= mostTickets) throw new RangeError(`No ticket of a booking has the place ${place}`)
  const signs = `${reference.slice(reference.indexOf('-') + 1)}${sign(Math.floor(place / base))}${sign(place % base)}${seal}`
  return signs.replaceAll(/.{5}(?=.)/g, '$&-')
}

/** Reads a code as people type it, or the address in a ticket's QR code that ends with it; null where it cannot be one. */
export function readCode(text: string): ReadCode | null {
  const typed = text.trim().replace(/[?#].*$/, '').replace(/^.*\//, '')
  const signs = typed.toUpperCase().replaceAll(/[\s\-–—._]/g, '').replaceAll('U', 'V')
  if (signs.length !== 8 + sealLength || [...signs].some((letter) => !unmistakable.includes(letter))) return null
  return { booking: signs.slice(0, 6), place: value(signs[6]) * base + value(signs[7]), seal: signs.slice(8) }
}

function sign(number: number): string {
  return unmistakable[number] ?? ''
}

function value(letter = ''): number {
  return unmistakable.indexOf(letter)
}
