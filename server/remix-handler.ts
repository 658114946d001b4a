import { writeReadableStreamToWritable, type AppLoadContext } from '@remix-run/node'
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express'
import { clientAddress } from './client-address'
import { mutates } from './locals'
import { refuse } from './refusal-pages'

export type Answer = (request: Request, context: AppLoadContext) => Promise<Response>

interface RemixOptions {
  readonly answer: Answer
  readonly appUrl: string
  readonly clientAddressHeader?: string | undefined
}

/**
 * Hands a request to Remix and sends its answer. Our own instead of @remix-run/express, which streams bodies past the limit,
 * believes the Host header, and adds a route's headers to those of the shell where they should replace them.
 */
export function answerWithRemix({ answer, appUrl, clientAddressHeader }: RemixOptions): RequestHandler {
  return (req, res, next) => {
    // A proxy's form of request, `GET http://elsewhere/`, is nothing that we serve.
    if (!req.originalUrl.startsWith('/')) return refuse(res, 400)
    answer(requestOf(req, res, appUrl), contextOf(req, res, clientAddressHeader))
      .then((response) => send(res, response))
      .catch(next)
  }
}

function contextOf(req: ExpressRequest, res: ExpressResponse, clientAddressHeader: string | undefined): AppLoadContext {
  return {
    nonce: res.locals.nonce,
    requestId: res.locals.requestId,
    clientAddress: clientAddress(req, clientAddressHeader),
    setHeader: (name, value) => void (res.headersSent || res.setHeader(name, value)),
    addHeader: (name, value) => void (res.headersSent || res.appendHeader(name, value)),
  }
}

function requestOf(req: ExpressRequest, res: ExpressResponse, origin: string): Request {
  const controller = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) controller.abort()
  })
  const body = mutates(req.method) && res.locals.body?.length ? { body: res.locals.body } : {}
  return new Request(origin + req.originalUrl, { method: req.method, headers: headersOf(req), signal: controller.signal, ...body })
}

function headersOf(req: ExpressRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) headers.append(name, each)
  }
  return headers
}

async function send(res: ExpressResponse, response: Response): Promise<void> {
  if (res.destroyed) return void (await response.body?.cancel())
  res.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') res.setHeader(name, value)
  for (const cookie of response.headers.getSetCookie()) res.appendHeader('Set-Cookie', cookie)
  // A page belongs to whoever asked for it, unless its route says otherwise.
  if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', 'private, no-cache')
  if (response.body) await writeReadableStreamToWritable(response.body, res)
  else res.end()
}
