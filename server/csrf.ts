import type { Request, RequestHandler } from 'express'
import { cookieValue } from '~/platform/cookies.server'
import { mutates } from './locals'
import { refuse } from './refusal-pages'

interface CsrfOptions {
  readonly appUrl: string
  readonly sessionCookie: string
}

/** Refuses every mutating request that another site made, or may have made, a browser send. Webhooks are signed instead. */
export function refuseForeignPosts({ appUrl, sessionCookie }: CsrfOptions): RequestHandler {
  return (req, res, next) => {
    if (!mutates(req.method) || req.path.startsWith('/webhooks/') || isOwn(req, appUrl, sessionCookie)) next()
    else refuse(res, 403)
  }
}

// Browsers say where a request comes from in Sec-Fetch-Site (to https and localhost only), else in Origin. Who says
// neither is no browser of today: it may act, but not on behalf of somebody who is logged in.
function isOwn(req: Request, appUrl: string, sessionCookie: string): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = req.get('origin')
  if (origin !== undefined) return origin === appUrl || origin === `${req.protocol}://${req.get('host')}`
  return cookieValue(req.get('cookie') ?? null, sessionCookie) === null
}
