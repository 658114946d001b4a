import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reference } from '~/kernel/ids'
import { mostTickets, readCode, sealSigns, writeCode } from './ticket-code'

const seal = sealSigns(new Uint8Array(32).fill(7))

test('a code is fifteen signs in three groups, and begins with the reference of its booking', () => {
  expect(writeCode('EV-7K3M9Q', 0, seal)).toMatch(/^7K3M9-Q22[2-9A-Z]{2}-[2-9A-Z]{5}$/)
})

test('a code is read as people type it, and out of the address in its QR code', () => {
  const code = writeCode('EV-7K3M9Q', 31, seal)
  const read = { booking: '7K3M9Q', place: 31, seal }
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `, `https://guildhall.test/t/${code}`, `https://guildhall.test/t/${code}?x=1#top`]) {
    expect(readCode(typed), typed).toEqual(read)
  }
})

test('what is too short, too long or of other letters is no code', () => {
  for (const text of ['', 'EV-7K3M9Q', 'O0000-00000-00000', `${writeCode('EV-7K3M9Q', 0, seal)}2`, 'hello']) expect(readCode(text), text).toBeNull()
})

test('whatever the booking and the place, a code says them back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: mostTickets - 1 }), fc.uint8Array({ minLength: 8, maxLength: 32 }), (place, bytes) => {
      const [prefix = '', signs = ''] = reference('EV').split('-')
      expect(readCode(writeCode(`${prefix}-${signs}`, place, sealSigns(bytes)))).toEqual({ booking: signs, place, seal: sealSigns(bytes) })
    }),
  )
})
