import jsQR from 'jsqr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inLatin, pdfFile } from './pdf.server'
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

test('letters that the fonts of every reader do not know are written by their nearest', () => {
  expect(inLatin('João Gülşen Øst Łódź ığ — 12 €')).toBe('João Gülsen Øst Lódz ig — 12 €')
  expect(inLatin('Νίκη')).toBe('????')
})
