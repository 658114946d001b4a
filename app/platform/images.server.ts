import type { Sharp } from 'sharp'
import { ok, refuse, type Result } from '~/kernel/result'
import { hashOf } from './blobs.server'
import { imageFormats, type ImageFormat } from './image-address'
import { imageKindOf } from './image-kind'
import { log } from './log.server'

/** One size in one format, made by us from the pixels alone: nothing of the uploaded file is in it. */
export interface ImageFile {
  readonly format: ImageFormat
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
  readonly hash: string
}

export interface DrawnImage {
  /** Of the largest size, in pixels. */
  readonly width: number
  readonly height: number
  readonly files: readonly ImageFile[]
}

export type ImageRefusal = 'empty' | 'too-heavy' | 'unknown-type' | 'heic' | 'svg' | 'too-many-pixels' | 'too-many-frames' | 'broken' | 'busy'

export const imageLimits = {
  /** Of the file, in bytes. */
  weight: 15 * 1024 * 1024,
  /** Width times height. */
  pixels: 40_000_000,
  /** Pixels of all frames of an animation together; only the first frame is drawn. */
  animatedPixels: 1_000_000_000,
} as const

/**
 * Draws an uploaded file anew in every size and format: upright as its camera held it, without its metadata, in sRGB. Refuses by content,
 * and by the number of pixels before any is decoded. Runs beside the event loop, one picture at a time; never inside a transaction.
 */
export async function drawImage(bytes: Uint8Array): Promise<Result<DrawnImage, ImageRefusal>> {
  if (bytes.byteLength === 0) return refuse('empty')
  if (bytes.byteLength > imageLimits.weight) return refuse('too-heavy')
  const kind = imageKindOf(bytes)
  if (kind === null) return refuse('unknown-type')
  if (kind === 'heic' || kind === 'svg') return refuse(kind)
  const sharp = await library()
  return inTurn(async () => {
    try {
      return await draw(sharp, bytes, kind === 'avif' ? 'heif' : kind)
    } catch (error) {
      // Whoever sent it needs to know that it is the file; what the library says of it is for whoever runs the house.
      log.info({ err: error, kind }, 'a picture could not be drawn')
      return refuse('broken')
    }
  })
}

/** Turns a drawing of our own (SVG) into a PNG, for what seeds draw. Never for what somebody sent. */
export async function rasterise(svg: Buffer, width: number): Promise<Buffer> {
  const sharp = await library()
  return sharp(svg).resize({ width }).png({ compressionLevel: 1 }).toBuffer()
}

const widths = [320, 640, 1280] as const
const largest = 1920
/** Seconds that one step may take. */
const patience = 20

async function draw(sharp: Library, bytes: Uint8Array, expected: string): Promise<Result<DrawnImage, ImageRefusal>> {
  const options = { limitInputPixels: imageLimits.pixels, failOn: 'error', pages: 1, sequentialRead: true } as const
  // Reads the header alone. Its own limit is off, so that what is too large is told from what is broken.
  const { format, width, height, pages = 1 } = await sharp(bytes, { ...options, limitInputPixels: false }).metadata()
  if (format !== expected) return refuse('broken')
  if (width * height > imageLimits.pixels) return refuse('too-many-pixels')
  if (width * height * pages > imageLimits.animatedPixels) return refuse('too-many-frames')
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .timeout({ seconds: patience })
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const files = await encodeAll(info.width, (size) => sharp(data, { raw }).resize({ width: size }).timeout({ seconds: patience }))
  return ok({ width: info.width, height: info.height, files })
}

async function encodeAll(width: number, resized: (width: number) => Sharp): Promise<ImageFile[]> {
  // A size that is hardly smaller than the whole would only cost room.
  const sizes = [width, ...widths.filter((smaller) => smaller <= width * 0.8)]
  const wanted = sizes.flatMap((size) => imageFormats.map((format) => ({ size, format })))
  const files: ImageFile[] = []
  // Two lanes, each taking the next: the heaviest come first.
  const lane = async () => {
    for (let next = wanted.shift(); next; next = wanted.shift()) {
      const { data: bytes, info } = await encoders[next.format](resized(next.size)).toBuffer({ resolveWithObject: true })
      files.push({ format: next.format, width: info.width, height: info.height, bytes, hash: hashOf(bytes) })
    }
  }
  await Promise.all([lane(), lane()])
  return files
}

// Measured at 1920 × 1440: AVIF above effort 0 takes four times as long, and in full colour resolution twice, for files hardly smaller;
// WebP at effort 2 takes twice as long for 2 % less.
const encoders: Readonly<Record<ImageFormat, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 52, effort: 0, chromaSubsampling: '4:2:0' }),
  webp: (image) => image.webp({ quality: 74, effort: 0 }),
  // JPEG knows no transparency: what shines through is white there.
  jpeg: (image) => image.flatten({ background: '#fff' }).jpeg({ quality: 78, progressive: true }),
}

const mostWaiting = 20
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

// A picture may take some hundred megabytes while it is drawn.
async function inTurn(work: () => Promise<Result<DrawnImage, ImageRefusal>>): Promise<Result<DrawnImage, ImageRefusal>> {
  if (waiting >= mostWaiting) return refuse('busy')
  waiting += 1
  const turn = last.then(work).finally(() => void (waiting -= 1))
  last = turn
  return turn
}

type Library = typeof import('sharp')['default']

let loaded: Promise<Library> | undefined

// Loaded when the first picture comes: jobs and most requests never need it.
function library(): Promise<Library> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.concurrency(1)
    sharp.cache(false)
    return sharp
  })
  return loaded
}
