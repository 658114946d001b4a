import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { registerCounter, registerHistogram } from '~/platform/health.server'
import type { Logger } from '~/platform/log.server'

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Gives every request an id, answered as `x-request-id`, and writes one line about it when it is over; never a query, a name or an address. */
export function logRequests(log: Logger): RequestHandler {
  const count = registerCounter('http_requests_total', 'Requests answered, by method and status.')
  const observe = registerHistogram('http_request_duration_seconds', 'Time from a request to the end of its answer.', bounds)
  return (req, res, next) => {
    const began = performance.now()
    res.locals.requestId = randomUUID()
    res.setHeader('x-request-id', res.locals.requestId)
    res.once('close', () => {
      const ms = performance.now() - began
      count({ method: knownMethods.has(req.method) ? req.method : 'other', status: res.statusCode })
      observe(ms / 1000)
      log[levelFor(req, res)](
        { requestId: res.locals.requestId, method: req.method, path: pathOf(req), status: res.statusCode, ms: Math.round(ms * 10) / 10 },
        res.writableFinished ? 'answered' : 'broken off',
      )
    })
    next()
  }
}

// A label with any word that a client may invent would fill the memory.
const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

function levelFor(req: Request, res: Response): 'debug' | 'info' | 'warn' {
  if (res.statusCode >= 500) return 'warn'
  return /^\/(?:assets\/|healthz$|readyz$|metrics$)/.test(pathOf(req)) ? 'debug' : 'info'
}

function pathOf(req: Request): string {
  return req.originalUrl.split('?')[0] ?? '/'
}
