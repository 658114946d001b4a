import { inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pdfFile } from './pdf.server'
import { qrCode } from './qr-code.server'

const address = 'https://guildhall.test/t/7K3M9-Q22XW-MTR4B'

test('a QR code drawn as a path is read back by a reader of another hand', async () => {
  const { size, path } = qrCode(address)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * 6}" height="${size * 6}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data).toBe(address)
})

test('a file has a sheet for each page, and the same contents give the same bytes', () => {
  const file = { title: 'Tickets', author: 'Granary Hall', language: 'en', at: 0, pages: [[{ kind: 'title', text: 'Evening' }], [{ kind: 'code', code: qrCode(address), text: '7K3M9' }]] } as const
  const bytes = pdfFile(file)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(pdfFile(file).equals(bytes)).toBe(true)
})

test('names in letters that not every reader has a font for come with one, and the text can be read back', () => {
  const name = 'Şule Gülşen Iğdır, Łódź, Νίκη, Дарья'
  const bytes = pdfFile({ title: 'Tickets', author: 'Granary Hall', language: 'en', at: 0, pages: [[{ kind: 'title', text: name }, { kind: 'facts', rows: [['Name', name]] }]] })
  const written = textsOf(bytes)
  for (const letter of new Set(name.replaceAll(' ', ''))) expect(written, letter).toContain(letter)
  expect(bytes.length).toBeLessThan(60_000)
  const plain = pdfFile({ title: 'Tickets', author: 'Granary Hall', language: 'en', at: 0, pages: [[{ kind: 'title', text: 'João\u2009−\u20095 €' }]] })
  expect(plain.includes('DejaVu')).toBe(false)
})

/** The letters that the embedded fonts of a file say they stand for (ToUnicode). */
function textsOf(bytes: Buffer): string {
  const streams = [...bytes.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, body = '']) => Buffer.from(body, 'latin1'))
  const maps = streams.map(inflated).filter((text) => text.includes('beginbfrange'))
  return maps.flatMap((map) => [...map.matchAll(/<([\da-f]{4})>(?= |\])/g)].map(([, code = '']) => String.fromCodePoint(Number.parseInt(code, 16)))).join('')
}

function inflated(body: Buffer): string {
  try {
    return inflateSync(body).toString('latin1')
  } catch {
    return ''
  }
}
