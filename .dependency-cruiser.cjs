// Arrows point one way: kernel ← platform ← core ← domains ← registry ← shells, jobs, server. There is no list of exceptions.

const core = [
  'identity', 'businesses', 'contacts', 'notifications', 'listings', 'pictures', 'schedules', 'allocation', 'sessions', 'pricing', 'ledger', 'sales', 'payments', 'bookings',
  'admission', 'waiting-list', 'channels', 'payouts', 'messages', 'reviews', 'requests', 'campaigns', 'support', 'search', 'analytics', 'admin',
]
const domains = ['appointments', 'events', 'activities', 'real-estate', 'products', 'services', 'courses']

// A test, and what builds its world (testing.ts, x-under-test.ts), may stand anywhere in the house; the product never imports them.
const test = ['\\.test\\.tsx?$', '/testing\\.tsx?$', '-under-test\\.tsx?$']
const product = '^(app|db|jobs|server)/'
const vendors = ['stripe', 'postmark', 'remix-auth', 'remix-auth-oauth2', 'arctic', 'sharp', '@node-rs/argon2', 'web-push', 'pdfkit', 'qrcode', 'ical.js']
const room = '^app/(core|domains)/([^/]+)/'
const doors = '/(index\\.server|index|events)\\.tsx?$'

const packages = (names) => `node_modules/(${names.join('|')})/`
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { ...from, pathNot: [...test, ...(from.pathNot ?? [])] },
  to,
})

const inOrder = (order, path, name) =>
  order.slice(0, -1).map((module, at) => {
    const later = order.slice(at + 1).join('|')
    return rule(`${name}-order-${module}`, `${module} comes before these in the order of imports.`, { path: path(module) }, { path: path(`(${later})`) })
  })

const layers = [
  rule('kernel-is-alone', 'The kernel imports nothing of ours.', { path: '^app/kernel/' }, { path: product, pathNot: '^app/kernel/' }),
  rule('platform-imports-kernel', 'The platform knows no business.', { path: '^app/platform/' }, {
    path: product,
    pathNot: ['^app/(kernel|platform|words)/', '^db/(?!schema/)', '^db/schema/(platform|columns)\\.ts$'],
  }),
  rule('core-receives-domains', 'The core is handed the domains at start; it never imports them, the registry or a shell.', { path: '^app/core/' }, {
    path: '^(app/(domains|shells|registry|routes|root|entry)|jobs/|server/)',
  }),
  rule('domains-look-down', 'A domain imports the core, never the registry or a shell.', { path: '^app/domains/' }, {
    path: '^(app/(shells|registry|routes|root|entry)|jobs/|server/)',
  }),
  rule('domains-are-strangers', 'A domain never imports another domain.', { path: '^app/domains/([^/]+)/' }, { path: '^app/domains/', pathNot: '^app/domains/$1/' }),
  rule('ui-is-dumb', 'The design system has no data access and no business words.', { path: '^app/ui/' }, {
    path: ['^app/(core|domains|shells|registry|routes|root|entry)', '^app/.*\\.server\\.tsx?$', '^(db|jobs|server)/'],
  }),
  rule('jobs-and-server-show-no-pages', 'Pages belong to modules and shells.', { path: '^(jobs|server)/' }, { path: ['/routes/', '^app/(shells|ui)/'] }),
  rule('database-stands-below', 'Connection, schema and migrations know nothing above the kernel.', { path: '^db/(connect|migrate-file|schema/)' }, {
    path: ['^app/(?!kernel/)', '^(jobs|server|tests)/'],
  }),
  rule('product-knows-no-tests', 'No stand-in, builder or fixture is part of the product.', { path: product }, {
    path: ['^tests/', ...test],
  }),
]

const modules = [
  rule('through-the-door', 'Another module is entered through its index.server.ts, its events.ts, or the components of its index.ts.', { path: room }, {
    path: '^app/(core|domains)/',
    pathNot: ['^app/$1/$2/', doors],
  }),
  rule('door-from-outside', 'So is every module from outside; only the registry reads manifests.', { path: ['^app/(shells|ui|root|entry|routes)', '^(jobs|server|db)/'] }, {
    path: '^app/(core|domains)/',
    pathNot: doors,
  }),
  rule('registry-reads-manifests', 'The registry holds manifests and server halves, nothing else.', { path: '^app/registry' }, {
    path: '^app/(core|domains)/',
    pathNot: '/module(\\.server)?\\.ts$',
  }),
  rule('known-core-module', 'A module of the core has a place in the order above.', { path: `^app/core/(?!(${core.join('|')})/)` }, {}),
  rule('own-tables', 'Only a module itself reads and writes its tables.', { path: '^app/(core|domains)/([^/]+)/' }, {
    path: '^db/schema/',
    pathNot: ['^db/schema/$2\\.ts$'],
  }),
  rule('schema-alone', 'Schema files import each other and nothing else of ours.', { path: '^db/schema/' }, { path: product, pathNot: '^db/schema/' }),
  rule('model-is-pure', 'model/ imports the kernel only.', { path: `${room}model/` }, { path: '.', pathNot: ['^app/kernel/', '^app/$1/$2/model/'] }),
  rule('routes-are-strangers', 'No route imports a route.', { path: '/routes/' }, { path: '/routes/' }),
]

const outside = [
  rule('pages-see-no-data', 'Routes and components never import the database or a vendor.', { path: ['/(routes|ui)/', '^app/shells/'] }, {
    path: ['^db/', packages(['drizzle-orm', 'better-sqlite3', ...vendors])],
  }),
  rule('vendors-in-platform', 'A vendor’s SDK is spoken to in the platform only.', { path: product, pathNot: ['^app/platform/'] }, { path: packages(vendors) }),
  rule('no-tools-in-product', 'What runs in production is no development dependency.', { path: product, pathNot: ['^server/dev\\.ts$', '^app/routes\\.ts$'] }, {
    dependencyTypes: ['npm-dev'],
    dependencyTypesNot: ['type-only'],
  }),
  // Vite makes virtual modules; they lie in no folder.
  rule('resolves', 'Every import leads somewhere.', {}, { couldNotResolve: true, pathNot: '^virtual:' }),
  rule('no-cycles', 'Arrows point one way.', {}, { circular: true }),
]

module.exports = {
  forbidden: [
    ...layers,
    ...modules,
    ...outside,
    ...inOrder(core, (name) => `^app/core/${name}/`, 'core'),
    ...inOrder(['columns', 'platform', ...core, `(${domains.join('|')})`], (name) => `^db/schema/${name}\\.ts$`, 'schema'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(css|json|svg)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'] },
  },
}
