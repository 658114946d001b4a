import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { isLanding } from '~/platform/landings'
import type { Logger } from '~/platform/log.server'
import { limitBodies, type UploadLimit } from './body-limit'
import { refuseForeignPosts } from './csrf'
import { setHeaders } from './headers'
import { answerHealth } from './health'
import { mutates } from './locals'
import { serveImages } from './images'
import { refuse } from './refusal-pages'
import { answerWithRemix, type Answer } from './remix-handler'
import { logRequests } from './request-log'

export interface ShellOptions {
  /** Answers pages: Remix, or a stand-in for it in tests. */
  readonly answer: Answer
  /** The origin people type; where it is https, browsers are told never to use anything else. */
  readonly appUrl: string
  readonly log: Logger
  readonly sessionCookie: string
  /** Origins beside our own to which a form may lead: payment pages and log-in providers. */
  readonly formTargets?: readonly string[]
  readonly uploads?: UploadLimit
  /** The header in which a trusted proxy names the client. */
  readonly clientAddressHeader?: string | undefined
  readonly metricsToken?: string | undefined
  /** The folder of built client files, or what serves them while somebody develops. */
  readonly files: string | RequestHandler
  readonly replication: Replication
  /** The bytes of a picture by its hash. */
  readonly blob?: (hash: string) => { readonly type: string; readonly bytes: Buffer } | null
  /** Pages under /dev/ that only demo, development and tests have. */
  readonly devPages?: RequestHandler | undefined
}

interface Replication {
  readonly role: () => 'primary' | 'replica' | 'unknown'
  readonly forward: (request: Request, response: Response) => boolean
}

/** The Express shell: everything that is decided before Remix sees a request, in the order in which it is decided. */
export function createApp(options: ShellOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(logRequests(options.log))
  app.use(setHeaders({ ...options, development: typeof options.files !== 'string' }))
  app.use(answerHealth(options))
  if (options.blob) app.use('/images', serveImages(options.blob))
  app.use(compression())
  if (typeof options.files === 'string') serveFiles(app, options.files)
  else app.use(options.files)
  if (options.devPages) app.use('/dev', options.devPages)
  app.use(refuseStrangeMethods)
  app.use(refuseForeignPosts(options))
  app.use(forwardWrites(options.replication))
  app.use(limitBodies(options.uploads))
  app.use(answerWithRemix(options))
  app.use(refuseErrors(options.log))
  return app
}

// Built files carry a hash of their content in their names; what lies in public/ may change under its name.
function serveFiles(app: Express, folder: string): void {
  app.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }), (_req, res) => refuse(res, 404))
  const names = new Set(readdirSync(folder))
  const other = express.static(folder, { maxAge: '1h', index: false, redirect: false })
  // Pages are no files: most requests need not be looked up on the disk.
  app.use((req, res, next) => (names.has(req.path.split('/')[1] ?? '') ? other(req, res, next) : next()))
  app.get('/favicon.ico', (_req, res) => void res.redirect(302, '/favicon.svg'))
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'])

function refuseStrangeMethods(req: Request, res: Response, next: NextFunction): void {
  if (methods.has(req.method)) return next()
  res.setHeader('Allow', [...methods].join(', '))
  refuse(res, 405)
}

// Only the primary writes, and a landing is a GET that does. Where nobody knows who the primary is, the write must wait.
function forwardWrites({ role, forward }: Replication): RequestHandler {
  return (req, res, next) => {
    if (!(mutates(req.method) || isLanding(req.path)) || role() === 'primary') return next()
    if (forward(req, res)) return
    res.setHeader('Retry-After', '2')
    refuse(res, 503)
  }
}

function refuseErrors(log: Logger) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    const status = statusOf(error)
    if (status === 500) log.error({ err: error, requestId: res.locals.requestId, method: req.method, path: req.path }, 'the shell failed')
    if (res.headersSent) res.destroy()
    else refuse(res, status)
  }
}

// Express marks a path that cannot be decoded, and what it finds malformed, with a status of 400.
function statusOf(error: unknown): 400 | 500 {
  return error instanceof Error && 'status' in error && error.status === 400 ? 400 : 500
}
