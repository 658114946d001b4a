import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isId, readReference, reference, slugOf, uuidv7 } from './ids'

const now = Date.UTC(2026, 9, 25)

describe('uuidv7', () => {
  test('depends on its arguments alone when the bytes are given (example of RFC 9562, appendix A.6)', () => {
    const bytes = Uint8Array.from([0, 0, 0, 0, 0, 0, 0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidv7(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    expect(bytes[6]).toBe(0x0c)
  })

  test('rises while the clock stands still, past the size of its counter, and never repeats', () => {
    const ids = Array.from({ length: 20_000 }, () => uuidv7(now))
    expect(ids).toStrictEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every(isId)).toBe(true)
  })

  test('sorts by its instant', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 47 }), fc.integer({ min: 1, max: 2 ** 46 }), (at, later) => {
      expect(uuidv7(at) < uuidv7(at + later)).toBe(true)
      expect(Number.parseInt(uuidv7(at).replaceAll('-', '').slice(0, 12), 16)).toBe(at)
    }))
  })

  test.each([-1, 0.5, Number.NaN])('%s is no instant', (at) => expect(() => uuidv7(at)).toThrow(RangeError))
  test('fifteen bytes are too few', () => expect(() => uuidv7(now, new Uint8Array(15))).toThrow('sixteen'))

  test.each(['', '017F22E2-79B0-7CC3-98C4-DC0C0C07398F', '017f22e2-79b0-4cc3-98c4-dc0c0c07398f', ' 017f22e2-79b0-7cc3-98c4-dc0c0c07398f'])(
    '"%s" is no id', (text) => expect(isId(text)).toBe(false),
  )
})

describe('references', () => {
  test('have six signs that nobody mistakes', () => {
    for (let round = 0; round < 500; round += 1) expect(reference('AP')).toMatch(/^AP-[2-9A-HJKMNP-TV-Z]{6}$/)
  })

  test('skip the bytes that would make a sign more frequent', () => {
    const asked: number[] = []
    const random = (length: number) => {
      asked.push(length)
      return Uint8Array.from([255, 240, 239, 0, 30, 1, 254, 253])
    }
    expect(reference('AP', random)).toBe('AP-Z223Z2')
    expect(asked).toHaveLength(2)
  })

  test.each([
    ['AP-7K3M9Q', 'AP-7K3M9Q'], [' ap 7k3m9q ', 'AP-7K3M9Q'], ['ap7k3m9q', 'AP-7K3M9Q'], ['#AP–7K3-M9Q.', 'AP-7K3M9Q'],
    ['tohb 7k3m9q', 'TOHB-7K3M9Q'], ['AP-7K3M9', null], ['AP-7K3M90', null], ['AP-OIL123', null], ['', null], ['7K3M9Q', null],
  ])('"%s" is read as %s', (text, expected) => expect(readReference(text)).toBe(expected))

  test('what is made is read', () => {
    fc.assert(fc.property(fc.constantFrom('AP', 'EV', 'ORD'), (prefix) => {
      const made = reference(prefix)
      expect(readReference(made.toLowerCase().replace('-', ' '))).toBe(made)
    }))
  })
})

describe('slugs', () => {
  test.each([
    ['Harbour Salon', 'harbour-salon'], ['  Ação & Pão, Lda. ', 'acao-pao-lda'], ["Ana's Café", 'anas-cafe'], ['Straße', 'strasse'], ['GROẞ', 'gross'],
    ['Smørrebrød Ærø', 'smorrebrod-aero'], ['Łódź', 'lodz'], ['Þórr & Ðuro', 'thorr-duro'], ['İstanbul ılık', 'istanbul-ilik'], ['Œuvre', 'oeuvre'],
    ['ＦＵＬＬ ｗｉｄｔｈ', 'full-width'], ['24/7', '24-7'], ['---', null], ['', null], ['日本語', null], ['Кафе', null], ['💇', null], ['💇 Cut', 'cut'],
  ])('"%s" becomes %s', (text, expected) => expect(slugOf(text)).toBe(expected))

  test('a long name is cut at a word', () => {
    expect(slugOf(`${'word '.repeat(30)}`)).toBe(`${'word-'.repeat(11)}word`)
    expect(slugOf('a'.repeat(10_000))).toBe('a'.repeat(60))
    expect(slugOf(`${'a'.repeat(59)} ${'b'.repeat(9)}`)).toBe('a'.repeat(59))
    expect(slugOf(`short ${'b'.repeat(90)}`)).toBe(`short-${'b'.repeat(54)}`)
  })

  test('every slug is one, and is its own slug', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const slug = slugOf(text)
      if (slug === null) return
      expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(slug.length).toBeLessThanOrEqual(60)
      expect(slugOf(slug)).toBe(slug)
    }))
  })
})
