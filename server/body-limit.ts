import type { Request, RequestHandler, Response } from 'express'
import { mutates } from './locals'
import { refuse } from './refusal-pages'

export interface UploadLimit {
  /** The beginning of the paths it is for. */
  readonly prefix: string
  readonly bytes: number
}

export const bodyLimit = 100 * 1024

// A browser that is still sending sees the page only if somebody listens to the end; up to here we do.
const patience = 8 * 1024 * 1024

/**
 * Reads the body of a mutating request whole into `res.locals.body` before anything acts on it, and answers 413 where it is
 * over its limit: by what it says of its length, and by counting what comes.
 */
export function limitBodies(uploads: readonly UploadLimit[] = []): RequestHandler {
  return (req, res, next) => {
    if (!mutates(req.method)) return next()
    const most = uploads.find(({ prefix }) => req.path.startsWith(prefix))?.bytes ?? bodyLimit
    const announced = Number(req.get('content-length') ?? 0)
    if (announced > Math.max(patience, most)) return tooLarge(res)
    readBody(req, most, Math.max(patience, most))
      .then((body) => {
        if (body === null) return tooLarge(res)
        res.locals.body = body
        next()
      })
      // Whoever went away in the middle of a body gets no answer.
      .catch(() => res.destroy())
  }
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

function tooLarge(res: Response): void {
  // What is left of the body is on the wire: this connection carries no further request.
  res.setHeader('Connection', 'close')
  refuse(res, 413)
}
