// npm run bench [-- …]: measures the built program; each figure stands beside its reference of the same run.
import { build } from './build.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'

install()
await build()
runNode(['--import', 'tsx', 'tests/load/bench.ts', ...process.argv.slice(2)], { env: { NODE_ENV: 'production', GUILDHALL_MODE: 'test' } })
