import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

/** One wrong import each: the file that holds it, what it imports, and the rule that must refuse it. */
const wrong = [
  ['app/kernel/wrong.ts', '~/platform/log', 'kernel-is-alone'],
  ['app/platform/wrong.server.ts', '~/core/sales/index.server', 'platform-imports-kernel'],
  ['app/platform/tables.server.ts', '#db/schema/sales', 'platform-imports-kernel'],
  ['app/core/sales/wrong.server.ts', '~/registry.server', 'core-receives-domains'],
  ['app/core/sales/trade.server.ts', '~/domains/events/index.server', 'core-receives-domains'],
  ['app/core/sales/early.server.ts', '~/core/bookings/index.server', 'core-order-sales'],
  ['app/core/bookings/inside.server.ts', '~/core/sales/open-sale.server', 'through-the-door'],
  ['app/core/bookings/tables.server.ts', '#db/schema/sales', 'own-tables'],
  ['app/core/miscellany/index.server.ts', '~/kernel/money', 'known-core-module'],
  ['app/domains/appointments/wrong.server.ts', '~/domains/events/index.server', 'domains-are-strangers'],
  ['app/domains/appointments/list.server.ts', '~/registry.server', 'domains-look-down'],
  ['app/domains/appointments/model/wrong.ts', '~/platform/log', 'model-is-pure'],
  ['app/domains/appointments/model/file.ts', 'node:fs', 'model-is-pure'],
  ['app/domains/appointments/routes/one.tsx', './two', 'routes-are-strangers'],
  ['app/domains/appointments/routes/three.tsx', '#db/connect', 'pages-see-no-data'],
  ['app/ui/wrong.tsx', '~/core/sales/index.server', 'ui-is-dumb'],
  ['app/core/sales/pay.server.ts', 'stripe', 'vendors-in-platform'],
  ['app/core/sales/plan.server.ts', 'vitest', 'no-tools-in-product'],
  ['app/core/sales/fake.server.ts', '../../../tests/fakes/stripe', 'product-knows-no-tests'],
  ['app/shells/wrong.tsx', '~/core/sales/open-sale.server', 'door-from-outside'],
  ['app/registry.ts', '~/core/sales/open-sale.server', 'registry-reads-manifests'],
  ['db/schema/identity.ts', './sales', 'schema-order-identity'],
  ['db/schema/contacts.ts', '~/kernel/money', 'schema-alone'],
  ['db/connect.ts', '~/platform/log', 'database-stands-below'],
  ['jobs/wrong.ts', '~/shells/public', 'jobs-and-server-show-no-pages'],
  ['app/core/sales/lost.server.ts', './nowhere', 'resolves'],
] as const

const right = [
  ['app/core/bookings/right.server.ts', '~/core/sales/index.server'],
  ['app/core/bookings/heard.server.ts', '~/core/sales/events'],
  ['app/core/sales/open-sale.server.ts', '#db/schema/sales'],
  ['app/core/sales/open-sale.test.ts', '~/registry.server'],
  ['app/domains/appointments/model/right.ts', '~/kernel/money'],
  ['app/registry.server.ts', '~/domains/events/module.server'],
] as const

let found: { from: string; rule: string }[]

beforeAll(() => {
  found = cruise(buildHouse())
})

test.each(wrong)('%s may not import %s (%s)', (from, _, rule) => {
  expect(found.filter((one) => one.from === from).map((one) => one.rule)).toContain(rule)
})

test.each(right)('%s may import %s', (from) => {
  expect(found.filter((one) => one.from === from)).toEqual([])
})

test('two files that import each other are refused', () => {
  expect(found.filter((one) => one.rule === 'no-cycles')).toHaveLength(1)
})

/** A house in a folder of its own, with every wrong and right import above. */
function buildHouse(): string {
  const house = mkdtempSync(join(tmpdir(), 'guildhall-arrows-'))
  const files: Record<string, string> = {
    'tsconfig.json': JSON.stringify({ compilerOptions: { moduleResolution: 'bundler', paths: { '~/*': ['./app/*'], '#db/*': ['./db/*'] } } }),
    'package.json': JSON.stringify({ type: 'module', dependencies: { stripe: '1' }, devDependencies: { vitest: '1' } }),
    'node_modules/stripe/package.json': '{"name":"stripe","main":"index.js"}',
    'node_modules/stripe/index.js': '',
    'node_modules/vitest/package.json': '{"name":"vitest","main":"index.js"}',
    'node_modules/vitest/index.js': '',
    'app/kernel/hen.ts': "import './egg'",
    'app/kernel/egg.ts': "import './hen'",
  }
  const plain = ['kernel/money', 'platform/log', 'core/sales/index.server', 'core/sales/events', 'core/bookings/index.server', 'registry.server', 'shells/public']
  const modules = ['domains/events/index.server', 'domains/events/module.server', 'domains/appointments/routes/two']
  for (const path of [...plain, ...modules]) files[`app/${path}.ts`] = 'export {}'
  files['db/schema/sales.ts'] = files['tests/fakes/stripe.ts'] = 'export {}'
  for (const [from, to] of [...wrong, ...right]) files[from] = `${files[from] === 'export {}' ? '' : (files[from] ?? '')}\nimport '${to}'`
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
  return house
}

function cruise(house: string): { from: string; rule: string }[] {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', resolve('.dependency-cruiser.cjs'), '--output-type', 'json', 'app', 'db', 'jobs']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: house, encoding: 'utf8', maxBuffer: 50_000_000 })
  if (!stdout) throw new Error(stderr)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  return summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }))
}
