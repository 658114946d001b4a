import { randomBytes } from 'node:crypto'
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib'
import sharp from 'sharp'

/** A photograph-like picture: soft noise, as JPEG with what a camera writes beside it. `orientation` as EXIF has it. */
export async function photo({ width = 1200, height = 900, orientation = 1 } = {}): Promise<Buffer> {
  const noise = await sharp({ create: { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3, background: '#887766', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).png().toBuffer()
  return sharp(noise)
    .resize(width, height, { kernel: 'cubic' })
    .withExif({ IFD0: { Make: 'CameraOfAna', Copyright: 'Secret words' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '38/1 42/1 0/1' } })
    .withMetadata({ orientation })
    .jpeg({ quality: 90 })
    .toBuffer()
}

/** One colour. */
export function plain(width: number, height: number, background = '#cc4422') {
  return sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false })
}

/** A PNG whose header promises so many pixels, with next to nothing behind it. */
export function pngThatPromises(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), pngChunk('IHDR', header), pngChunk('IDAT', deflateSync(Buffer.alloc(1000))), pngChunk('IEND', Buffer.alloc(0))])
}

/** A GIF of so many frames on one canvas, each with the data of a single pixel; `whole` frames promise to fill it. */
export function gifOf(width: number, height: number, frames: number, whole = false): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  head.writeUInt16LE(width, 6)
  head.writeUInt16LE(height, 8)
  const frame = Buffer.from('\x21\xf9\x04\0\x0a\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  if (whole) head.copy(frame, 13, 6, 10)
  return Buffer.concat([head, ...Array.from({ length: frames }, () => frame), Buffer.from(';')])
}

/** The first box of a file of this brand (ISO/IEC 14496-12) with noise behind it. */
export function boxOf(...brands: readonly string[]): Buffer {
  const [major = '', ...others] = brands
  const box = Buffer.from(`\0\0\0\0ftyp${major}\0\0\0\0${others.join('')}`, 'latin1')
  box.writeUInt32BE(box.length, 0)
  return Buffer.concat([box, randomBytes(4000)])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(zlibCrc32(body))
  return Buffer.concat([length, body, check])
}
