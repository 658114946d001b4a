import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext, type HandleErrorFunction } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { log } from '~/platform/log.server'
import { i18nFor } from '~/platform/words/i18n'

const streamTimeoutMs = 5000

/** Pages that do not hydrate are rendered to a string, which is faster and holds nothing; the others are streamed. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { nonce }: AppLoadContext): Response | Promise<Response> {
  const page = <RemixServer context={context} url={request.url} nonce={nonce} />
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (hydrates(context)) return stream(request, page, nonce, status, headers)
  return new Response(`<!DOCTYPE html>${titled(renderToString(page), status, context)}`, { status, headers })
}

// A title says first that something is wrong (GOV.UK's pattern). Remix's `meta` sees no action data, so it is put in here.
function titled(html: string, status: number, { staticHandlerContext }: EntryContext): string {
  if (status !== 422) return html
  const root: unknown = staticHandlerContext.loaderData.root
  const language = typeof root === 'object' && root !== null && 'language' in root && typeof root.language === 'string' ? root.language : 'en'
  const i18n = i18nFor(language)
  return html.replace('<title>', `<title>${i18n.t('Error:')} `)
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // A refusal is an answer, not a failure.
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  log.error({ err: error instanceof Error ? error : new Error(String(error)), path: new URL(request.url).pathname, requestId: context.requestId }, 'a page failed')
}

function hydrates({ routeModules, staticHandlerContext }: EntryContext): boolean {
  return staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = routeModules[route.id]?.handle
    return typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true
  })
}

function stream(request: Request, page: JSX.Element, nonce: string, status: number, headers: Headers): Promise<Response> {
  const ready = isbot(request.headers.get('User-Agent')) ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      [ready]() {
        const body = new PassThrough()
        // A timer that outlives its render would keep the whole page in memory.
        body.once('close', () => clearTimeout(timer))
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
    })
    const timer = setTimeout(abort, streamTimeoutMs)
  })
}
