import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'
import { permissionsPolicy } from '~/platform/permissions-policy'

interface HeaderOptions {
  readonly appUrl: string
  readonly formTargets?: readonly string[]
  readonly development?: boolean
}

/** Security headers on every answer, with a fresh nonce for each; a route may answer with a policy of its own. */
export function setHeaders(options: HeaderOptions): RequestHandler {
  const secure = options.appUrl.startsWith('https:')
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy(options, secure) },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // The default, no-referrer, makes browsers send `Origin: null` with plain forms.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  return (req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64url')
    res.setHeader('Permissions-Policy', permissions)
    protect(req, res, (error?: unknown) => {
      if (holdsToken(req.originalUrl)) guardToken(res)
      next(error)
    })
  }
}

function policy({ formTargets = [], development = false }: HeaderOptions, secure: boolean) {
  const nonce = (_req: unknown, res: ServerResponse) => `'nonce-${nonceOf(res)}'`
  return {
    defaultSrc: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
    scriptSrc: ["'self'", nonce],
    scriptSrcAttr: ["'none'"],
    // Vite puts styles into pages itself while one develops, and knows no nonce.
    styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
    styleSrcAttr: ["'none'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
    frameSrc: ["'self'"],
    frameAncestors: ["'self'"],
    // A form's answer may redirect to a payment page or a log-in provider, and this directive covers redirects.
    formAction: ["'self'", ...formTargets],
    ...(secure ? { upgradeInsecureRequests: [] } : {}),
  }
}

// A page that needs a power of the device says so in its own headers.
const permissions = permissionsPolicy()

// A link that is a key must not travel on as a referrer, nor stay in a cache or an index.
function holdsToken(url: string): boolean {
  return /[?&]token=/.test(url)
}

function guardToken(res: ServerResponse): void {
  res.setHeader('Referrer-Policy', 'same-origin')
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('X-Robots-Tag', 'noindex, nofollow')
}

// helmet takes any server; ours is Express.
function nonceOf(res: ServerResponse): string {
  return (res as Response).locals.nonce
}
