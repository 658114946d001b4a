import type { EntryContext, ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { matchedOnly, withMatchedManifests } from './matched-manifest'

const entry = (id: string) => ({ id, hasAction: false, hasLoader: true, hasClientAction: false, hasClientLoader: false, hasErrorBoundary: false, module: `/assets/${id}.js` })

function contextOf(...matched: { id: string; handle?: unknown }[]): EntryContext {
  const context = {
    manifest: { version: '1', url: '/assets/manifest.js', entry: { module: '/assets/entry.js', imports: [] }, routes: { root: entry('root'), a: entry('a'), b: entry('b') } },
    staticHandlerContext: { matches: matched.map((route) => ({ route })) },
  }
  return context as unknown as EntryContext
}

test('a page that does not hydrate is rendered with the manifest of its own routes', () => {
  const { manifest } = matchedOnly(contextOf({ id: 'root' }, { id: 'a', handle: { hydrate: false } }))
  expect(Object.keys(manifest.routes)).toEqual(['root', 'a'])
  expect(manifest).toMatchObject({ version: '1', url: '/assets/manifest.js' })
})

test('a page that hydrates keeps the whole manifest', () => {
  const context = contextOf({ id: 'root' }, { id: 'a', handle: { hydrate: true } })
  expect(matchedOnly(context)).toBe(context)
})

test('a build renders with what is matched, and is otherwise as it was', async () => {
  const seen: string[][] = []
  const render = async (_request: Request, status: number, _headers: Headers, context: EntryContext) => {
    seen.push(Object.keys(context.manifest.routes))
    return new Response(null, { status })
  }
  const handleError = () => undefined
  const build = { routes: { root: {} }, entry: { module: { default: render, handleError } } } as unknown as ServerBuild
  const pruned = withMatchedManifests(build)
  const load = {} as Parameters<ServerBuild['entry']['module']['default']>[4]
  const answer = await pruned.entry.module.default(new Request('http://x/'), 201, new Headers(), contextOf({ id: 'root' }), load)
  expect((answer as Response).status).toBe(201)
  expect(seen).toEqual([['root']])
  expect(pruned.entry.module.handleError).toBe(handleError)
  expect(pruned.routes).toBe(build.routes)
})
