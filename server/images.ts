import type { RequestHandler } from 'express'
import { readImageName } from '~/platform/image-address'
import { refuse } from './refusal-pages'

type BlobByHash = (hash: string) => { readonly type: string; readonly bytes: Buffer } | null

/** Serves pictures under their hashes, to anybody and for ever: other bytes have another address. One row is read for each. */
export function serveImages(blobByHash: BlobByHash): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const name = readImageName(req.path.slice(1))
    const blob = name && blobByHash(name.hash)
    if (!blob || blob.type !== name.type) return refuse(res, 404)
    const tag = `"${name.hash}"`
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
    res.setHeader('ETag', tag)
    if (req.get('if-none-match') === tag) return void res.status(304).end()
    res.setHeader('Content-Type', blob.type)
    res.setHeader('Content-Length', blob.bytes.length)
    res.end(req.method === 'HEAD' ? undefined : blob.bytes)
  }
}
