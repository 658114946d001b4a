import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { boxOf, gifOf, photo, plain, pngThatPromises } from '../../tests/world/image-files'
import { drawImage, imageLimits, rasterise, type DrawnImage } from './images.server'

const script = '<script>alert(document.cookie)</script>'

/** Every file that must become no picture, with the refusal it meets. */
const hostile: Readonly<Record<string, readonly [refusal: string, file: () => Buffer | Promise<Buffer>]>> = {
  'no bytes at all': ['empty', () => Buffer.alloc(0)],
  'a text': ['unknown-type', () => Buffer.from('photo.jpg')],
  'a page with a script': ['unknown-type', () => Buffer.from(`<!doctype html>${script}`)],
  'a PDF': ['unknown-type', () => Buffer.from('%PDF-1.7\n')],
  'a ZIP': ['unknown-type', () => Buffer.from('PK\x03\x04 picture.jpg', 'latin1')],
  'a TIFF, though the library could read it': ['unknown-type', () => plain(20, 20).tiff().toBuffer()],
  'an SVG with a script': ['svg', () => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
  'an SVG behind a prolog and a comment': ['svg', () => Buffer.from(`<?xml version="1.0"?><!-- GIF --><svg\nonload="alert(1)"/>`)],
  'a HEIC photograph': ['heic', () => boxOf('heic', 'mif1', 'heic')],
  'a HEIC photograph under a general brand': ['heic', () => boxOf('mif1', 'heic')],
  'an AVIF that is noise': ['broken', () => boxOf('avif', 'mif1')],
  'a film': ['unknown-type', () => boxOf('isom', 'mp42')],
  'the mark of a JPEG with noise behind it': ['broken', () => Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(5000, 7)])],
  'a GIF that is a script as well': ['broken', () => Buffer.from(`GIF89a=1;${script}//`)],
  'a JPEG cut in half': ['broken', async () => half(await photo())],
  'a PNG cut in half': ['broken', async () => half(await sharp(await photo({ width: 400, height: 300 })).png().toBuffer())],
  'a WebP cut in half': ['broken', async () => half(await sharp(await photo()).webp().toBuffer())],
  'an AVIF cut in half': ['broken', async () => half(await sharp(await photo({ width: 400, height: 300 })).avif({ effort: 0 }).toBuffer())],
  'a JPEG that calls itself PNG inside': ['broken', async () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), await photo({ width: 100, height: 80 })])],
  'a PNG that promises 2,500 million pixels': ['too-many-pixels', () => pngThatPromises(50_000, 50_000)],
  'a PNG of one colour and 49 million pixels': ['too-many-pixels', () => plain(7000, 7000).png({ compressionLevel: 9 }).toBuffer()],
  'a JPEG of one line and too many pixels': ['too-many-pixels', () => plain(65_000, 700).jpeg().toBuffer()],
  'a GIF on a canvas of 65535 × 65535': ['too-many-pixels', () => gifOf(65_535, 65_535, 1, true)],
  'a GIF of 3000 frames on a large canvas': ['too-many-frames', () => gifOf(2000, 2000, 3000)],
  'more than 15 MB': ['too-heavy', async () => Buffer.concat([await photo(), Buffer.alloc(imageLimits.weight)])],
}

describe('a file that is none of what we take is refused', () => {
  test.each(Object.entries(hostile))('%s', async (_name, [refusal, file]) => {
    const bytes = await file()
    expect(await drawImage(bytes)).toEqual({ ok: false, refusal })
  })
})

describe('what is drawn', () => {
  test.each([
    ['PNG with transparency and 16 bits', () => sharp({ create: { width: 300, height: 200, channels: 4, background: '#12345680' } }).toColourspace('rgb16').png().toBuffer()],
    ['grey PNG', () => plain(300, 200).greyscale().png().toBuffer()],
    ['CMYK JPEG', () => plain(300, 200).toColourspace('cmyk').jpeg().toBuffer()],
    ['WebP', () => plain(300, 200).webp().toBuffer()],
    ['AVIF', () => plain(300, 200).avif({ effort: 0 }).toBuffer()],
    ['GIF, of which the first frame', () => Promise.resolve(gifOf(300, 200, 3))],
  ])('%s', async (_name, file) => {
    const image = await drawn(await file())
    expect(image).toMatchObject({ width: 300, height: 200 })
    expect(image.files.map(({ format }) => format).sort()).toEqual(['avif', 'jpeg', 'webp'])
    for (const { bytes, width, height, format } of image.files) {
      expect(await sharp(bytes).metadata()).toMatchObject({ width, height, format: format === 'avif' ? 'heif' : format })
    }
  })

  test('comes in sizes that fit, the largest 1920 pixels, each in three formats', async () => {
    const image = await drawn(await photo({ width: 2400, height: 1800 }))
    expect(image).toMatchObject({ width: 1920, height: 1440 })
    const sizes = image.files.map(({ format, width, height }) => `${format} ${width}×${height}`)
    expect(sizes.sort()).toEqual(['avif', 'jpeg', 'webp'].flatMap((format) => [`${format} 1280×960`, `${format} 1920×1440`, `${format} 320×240`, `${format} 640×480`]))
  })

  test('is never larger than what was sent', async () => {
    const image = await drawn(await photo({ width: 330, height: 220 }))
    expect(new Set(image.files.map(({ width }) => width))).toEqual(new Set([330]))
  })

  test('stands upright as its camera held it, and tells nothing of camera, place or words', async () => {
    const sent = await photo({ width: 800, height: 400, orientation: 6 })
    expect(sent.includes('CameraOfAna')).toBe(true)
    const image = await drawn(sent)
    expect(image).toMatchObject({ width: 400, height: 800 })
    for (const { bytes } of image.files) {
      const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata()
      expect({ exif, icc, xmp, iptc, orientation }).toEqual({ exif: undefined, icc: undefined, xmp: undefined, iptc: undefined, orientation: undefined })
      expect(bytes.includes('CameraOfAna') || bytes.includes('Secret words')).toBe(false)
    }
  })

  test('holds nothing of what was hidden in the file beside its pixels', async () => {
    const jpeg = await photo({ width: 400, height: 300 })
    const comment = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from([0, script.length + 2]), Buffer.from(script)])
    const polyglot = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from(`PK\x03\x04${script}`, 'latin1')])
    const image = await drawn(polyglot)
    expect(image.files.some(({ bytes }) => bytes.includes('script') || bytes.includes('PK\x03\x04'))).toBe(false)
  })

  test('of 12 megapixels weighs what it should', async () => {
    const image = await drawn(await photo({ width: 4000, height: 3000 }))
    const weight = (format: string, width: number) => image.files.find((file) => file.format === format && file.width === width)?.bytes.length ?? Infinity
    expect(weight('avif', 1920)).toBeLessThan(600_000)
    expect(weight('avif', 640)).toBeLessThan(weight('jpeg', 640))
    expect(weight('jpeg', 320)).toBeLessThan(60_000)
  })

  test('of the same bytes is the same, under the same names', async () => {
    const sent = await photo({ width: 400, height: 300 })
    const [one, other] = await Promise.all([drawn(sent), drawn(sent)])
    expect(new Set(one.files.map(({ hash }) => hash))).toEqual(new Set(other.files.map(({ hash }) => hash)))
  })
})

test('beyond twenty that wait, one is told to come back', async () => {
  const sent = await photo({ width: 60, height: 40 })
  const answers = await Promise.all(Array.from({ length: 22 }, () => drawImage(sent)))
  expect(answers.filter((answer) => !answer.ok).map((answer) => !answer.ok && answer.refusal)).toEqual(['busy', 'busy'])
})

test('a drawing of our own becomes a PNG', async () => {
  const png = await rasterise(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#c00"/></svg>'), 400)
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 400, height: 200 })
})

async function drawn(bytes: Buffer): Promise<DrawnImage> {
  const answer = await drawImage(bytes)
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.value
}

function half(bytes: Buffer): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length / 2))
}
