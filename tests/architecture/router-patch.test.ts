import { createRequire } from 'node:module'
import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type * as Router from '@remix-run/router'

// The patch is on the build that Node loads. The UMD build beside it is stock: the same version, the same algorithm, unpatched.
const require = createRequire(import.meta.url)
const patched = require('@remix-run/router') as typeof Router
const stock = require('@remix-run/router/dist/router.umd.js') as typeof Router

type Route = { id?: string; path?: string; index?: boolean; caseSensitive?: boolean; children?: Route[] }

afterEach(() => vi.unstubAllGlobals())

test('server and tests load the build that is patched', async () => {
  expect(require.resolve('@remix-run/router')).toMatch(/dist\/router\.cjs\.js$/)
  expect((await import('@remix-run/router')).matchRoutes).toBe(patched.matchRoutes)
  expect(stock.matchRoutes).not.toBe(patched.matchRoutes)
})

test('a second match of the same routes flattens nothing and compiles nothing', () => {
  const { routes, reads } = watched(manyRoutes(50, 'twice'))
  patched.matchRoutes(routes, '/twice/b/anna/area7/7/edit')
  const before = reads.count
  const compiled = countCompiled(() => patched.matchRoutes(routes, '/twice/b/bob/area7/8/edit'))

  expect(before).toBeGreaterThan(50)
  expect(reads.count).toBe(before)
  expect(compiled).toBe(0)
})

test('stock would flatten and compile again, so the test above proves something', () => {
  const { routes, reads } = watched(manyRoutes(50, 'stock'))
  stock.matchRoutes(routes, '/stock/b/anna/area7/7/edit')
  const before = reads.count
  const compiled = countCompiled(() => stock.matchRoutes(routes, '/stock/b/bob/area7/8/edit'))

  expect(reads.count).toBeGreaterThan(before)
  expect(compiled).toBeGreaterThan(10)
})

test('a first match compiles only patterns of branches whose fixed segments agree', () => {
  const plain = manyRoutes(400, 'many') as Router.AgnosticRouteObject[]
  const inOurs = countCompiled(() => patched.matchRoutes(plain, '/many/b/anna/area300/7/edit'))
  const inStock = countCompiled(() => stock.matchRoutes(plain, '/many/b/anna/area300/7/edit'))

  expect(inOurs).toBeLessThan(6)
  expect(inStock).toBeGreaterThan(300)
})

test('the modules of a build are gathered once, not for every document', () => {
  const { createEntryRouteModules } = require('@remix-run/server-runtime/dist/entry.js') as { createEntryRouteModules: (routes: object) => object }
  const routes = { root: { module: { default: 1 } }, page: { module: { default: 2 } } }
  expect(createEntryRouteModules(routes)).toEqual({ root: { default: 1 }, page: { default: 2 } })
  expect(createEntryRouteModules(routes)).toBe(createEntryRouteModules(routes))
})

test('routes added later to a running router are found', () => {
  const router = patched.createRouter({
    history: patched.createMemoryHistory({ initialEntries: ['/'] }),
    routes: [{ id: 'root', path: '/', children: [{ id: 'a', path: 'a' }] }],
  })
  expect(patched.matchRoutes(router.routes, '/late')).toBeNull()
  router.patchRoutes('root', [{ id: 'late', path: 'late' }])
  expect(patched.matchRoutes(router.routes, '/late')?.at(-1)?.route.id).toBe('late')
  router.dispose()
})

test.each([
  ['/'], [''], ['//'], ['/shop'], ['/shop/'], ['/SHOP/Cart'], ['/shop//cart'], ['/Exact'], ['/exact'], ['/b/anna'], ['/b/anna/'], ['/b/anna/appointments/cut'],
  ['/b/anna/appointments/cut/times'], ['/b/a%2Fb/appointments/cut'], ['/b/%E0%A4%A'], ['/b/%C3%A9t%C3%A9'], ['/caf%C3%A9'], ['/CAF%C3%89'], ['/straße'], ['/STRASSE'],
  ['/en/about'], ['/about'], ['/en/en/about'], ['/files'], ['/files/a/b/c'], ['/files/a/b/history'], ['/files/new'], ['/odd'], ['/odd/more'], ['/tie'], ['/tie/x'],
  ['/maybe'], ['/maybe/now'], ['/mabe'], ['/x/y/z'], ['/report.csv'], ['/reportxcsv'], ['/v1.json'], ['/a+b'], ['/(paren)'], ['/optional'], ['/optional/1/2'], ['no-slash'],
])('an awkward table of routes answers %s as stock does', (address) => {
  for (const basename of [undefined, '/', '/shop', '/B']) expectAsStock(awkward, address, basename)
})

test('no table of routes and no address tells the patched matcher from the stock one', () => {
  fc.assert(
    fc.property(routeTable, fc.array(address, { minLength: 1, maxLength: 6 }), fc.constantFrom(undefined, '/', '/a'), (routes, addresses, basename) => {
      for (const each of addresses) expectAsStock(routes, each, basename)
    }),
    { numRuns: 600 },
  )
})

const awkward: Route[] = [
  {
    path: '',
    children: [
      { index: true },
      { path: 'shop', children: [{ index: true }, { path: 'cart' }, { path: ':item' }] },
      { path: 'Exact', caseSensitive: true },
      { path: 'b/:business', children: [{ index: true }, { path: 'appointments/:service', children: [{ path: 'times' }, { index: true }] }] },
      { path: 'café' }, { path: 'straße' },
      { path: ':lang?/about' },
      { path: 'files/*', children: [{ path: 'history' }] }, { path: 'files/new' }, { path: 'odd*' },
      { path: 'tie', id: 'first' }, { path: 'tie', id: 'second' }, { path: 'tie/:a', id: 'third' }, { path: ':b/x', id: 'fourth' },
      { path: 'may?be/now?' }, { path: 'optional/:a?/:b?' },
      { path: 'report.csv' }, { path: ':version.json' }, { path: 'a+b' }, { path: '(paren)' },
      { children: [{ path: '/shop/absolute' }, { path: 'x', children: [{ path: '/x/y/:z' }] }] },
    ],
  },
  { path: '*' },
]

const segment = fc.constantFrom('a', 'A', 'b', 'ab', 'é', 'ß', 'ss', 'ſ', ':p', ':q', ':p?', 'a?', 'b?', 'a?b', '?a', '*', 'a*', 'a.b', ':p.b', '', 'ı', 'i')
const path = fc.array(segment, { maxLength: 3 }).map((parts) => parts.join('/'))
const { routeTable } = fc.letrec<{ routeTable: Route[]; route: Route }>((tie) => ({
  routeTable: fc.array(tie('route'), { maxLength: 7 }),
  route: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({ path: fc.option(path, { nil: undefined }), caseSensitive: fc.boolean() }),
    fc.record({ index: fc.constant(true), path: fc.option(path, { nil: undefined }) }),
    fc.record({ path: fc.option(path, { nil: undefined }), children: tie('routeTable') }),
  ),
}))
const address = fc
  .array(fc.constantFrom('a', 'A', 'b', 'ab', 'é', '%C3%89', 'ß', 'SS', 's', 'S', '?', 'a.b', 'x', '%2F', '', '%', ':p', '*', 'I', 'i', 'ı'), { maxLength: 5 })
  .map((parts) => `/${parts.join('/')}`)

function expectAsStock(routes: Route[], address: string, basename: string | undefined) {
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
  const location = { pathname: address }
  const asked = (router: typeof Router) => {
    try {
      return router.matchRoutes(routes as Router.AgnosticRouteObject[], location, basename)
    } catch (error) {
      return String(error)
    }
  }
  const expected = asked(stock)
  // Twice: once with nothing kept, once from what was kept.
  for (const answer of [asked(patched), asked(patched)]) {
    expect(answer).toEqual(expected)
    if (Array.isArray(answer)) answer.forEach((match, at) => expect(match.route).toBe((expected as Router.AgnosticRouteMatch[])[at]?.route))
  }
}

function manyRoutes(count: number, prefix: string): Route[] {
  const areas = Array.from({ length: count }, (_, n) => ({ path: `area${n}`, children: [{ index: true }, { path: ':id/edit' }] }))
  return [{ path: '', children: [{ path: `${prefix}/b/:business`, children: areas }] }]
}

/** The same routes, counting how often anything is read from them. */
function watched(plain: Route[]) {
  const reads = { count: 0 }
  const watch = (routes: Route[]): Route[] =>
    routes.map(
      (route) =>
        new Proxy({ ...route, ...(route.children && { children: watch(route.children) }) }, {
          get: (target, key) => {
            reads.count += 1
            return Reflect.get(target, key) as unknown
          },
        }),
    )
  return { routes: watch(plain) as Router.AgnosticRouteObject[], reads }
}

function countCompiled(act: () => unknown) {
  let count = 0
  const Stock = RegExp
  vi.stubGlobal('RegExp', new Proxy(Stock, {
    construct: (target, args: [string, string?]) => {
      count += 1
      return new target(...args)
    },
  }))
  act()
  vi.unstubAllGlobals()
  return count
}
