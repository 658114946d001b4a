import type { Request, RequestHandler, Response } from 'express'
import { mutates } from './locals'
import { refuse } from './refusal-pages'

export interface UploadLimit {
  /** Whole paths with `:names`, as routes are written. */
  readonly paths: readonly string[]
  readonly bytes: number
  /** How many may be on their way at once: each is held in memory. */
  readonly atOnce: number
}

export const bodyLimit = 100 * 1024

// Forms are small: whoever takes longer than a minute to send one holds a connection for nothing. A photograph may come over a slow line.
const formTime = 60_000
const uploadTime = 300_000

// A browser that is still sending sees the page only if somebody listens to the end; up to here we do.
const patience = 8 * 1024 * 1024
const uploadPatience = 100 * 1024 * 1024

/**
 * Reads the body of a mutating request whole into `res.locals.body` before anything acts on it, and answers 413 where it is
 * over its limit: by what it says of its length, and by counting what comes.
 */
export function limitBodies(uploads?: UploadLimit): RequestHandler {
  const isUpload = uploadPaths(uploads)
  let under = 0
  return (req, res, next) => {
    if (!mutates(req.method)) return next()
    // What is as small as any form needs no place among the uploads.
    const announced = Number(req.get('content-length') ?? Number.NaN)
    const upload = uploads && !(announced <= bodyLimit) && isUpload(req.path) ? uploads : null
    const most = upload?.bytes ?? bodyLimit
    const last = Math.max(upload ? uploadPatience : patience, most)
    if (announced > last) return tooLarge(res)
    if (upload && under >= upload.atOnce) return tooMany(res)
    if (upload) under += 1
    const late = setTimeout(() => req.destroy(), upload ? uploadTime : formTime)
    readBody(req, most, last)
      .then((body) => {
        if (body === null) return tooLarge(res)
        res.locals.body = body
        next()
      })
      // Whoever went away in the middle of a body gets no answer.
      .catch(() => res.destroy())
      .finally(() => {
        clearTimeout(late)
        if (upload) under -= 1
      })
  }
}

function uploadPaths(uploads: UploadLimit | undefined): (path: string) => boolean {
  const patterns = (uploads?.paths ?? []).map((path) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}(?:\\.data)?/?$`))
  return (path) => patterns.some((pattern) => pattern.test(path))
}

/** The whole body, or null if it is over `most` bytes; what is over is thrown away as it comes, and after `last` bytes nothing more is read. */
function readBody(req: Request, most: number, last: number): Promise<Uint8Array<ArrayBuffer> | null> {
  return new Promise((resolve, reject) => {
    let pieces: Buffer[] = []
    let size = 0
    const finish = () => resolve(size > most ? null : Buffer.concat(pieces, size))
    req.on('data', (piece: Buffer) => {
      size += piece.length
      if (size <= most) pieces.push(piece)
      else pieces = []
      if (size <= last) return
      req.pause()
      finish()
    })
    req.on('end', finish)
    req.on('error', reject)
    req.on('close', () => reject(new Error('The body ended early')))
  })
}

function tooMany(res: Response): void {
  res.setHeader('Connection', 'close')
  res.setHeader('Retry-After', '10')
  refuse(res, 503)
}

function tooLarge(res: Response): void {
  // What is left of the body is on the wire: this connection carries no further request.
  res.setHeader('Connection', 'close')
  refuse(res, 413)
}
