import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { closeBlobs, openBlobs, storeBlobs } from '~/platform/blobs.server'
import { imagePath, imageTypes } from '~/platform/image-address'
import { drawImage } from '~/platform/images.server'
import { photo } from '../world/image-files'
import type { Measured } from './measure'
import { compared, row, type Pace } from './pages'
import { sure } from './open-business'
import type { RunningServer } from './server-process'

/** A picture in one of its sizes, served from the blob file, and the same bytes as a file of the house. */
export interface ServedImage {
  readonly width: number
  readonly bytes: number
  readonly path: string
  readonly filePath: string
}

/** Draws a photograph in all its sizes, as browsers of today ask for it: into the blob file beside a database, and among the built files of a house. Comes before its server starts. */
export async function placeImages(house: string, database: string): Promise<ServedImage[]> {
  const { files } = sure(await drawImage(await photo({ width: 2400, height: 1800 })))
  const drawn = files.filter(({ format }) => format === 'avif').sort((a, b) => a.width - b.width)
  openBlobs(join(dirname(database), 'blobs.db'))
  storeBlobs(drawn.map(({ bytes }) => ({ type: imageTypes.avif, bytes })), Date.now())
  closeBlobs()
  return drawn.map(({ width, bytes, hash }) => {
    writeFileSync(join(house, 'build', 'client', 'assets', `bench-${width}.avif`), bytes)
    return { width, bytes: bytes.length, path: imagePath(hash, 'avif'), filePath: `/assets/bench-${width}.avif` }
  })
}

/** Each size beside a static file of the same bytes from the same server. */
export async function measureImages(server: RunningServer, images: readonly ServedImage[], pace: Pace): Promise<Measured[]> {
  const rows: Measured[] = []
  for (const { width, bytes, path, filePath } of images) {
    const pair = await compared(pace, 200, [server, () => ({ path })], [server, () => ({ path: filePath })])
    rows.push(row(`A picture, ${width} wide, ${Math.round(bytes / 1024)} KB`, pair, 'a static file of the same bytes', 0.5))
  }
  return rows
}
