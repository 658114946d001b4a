// npm run dev [-- --fresh]: pages reload as they are written; jobs are bundled again at each change. Data lies in data/dev.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildPrograms, programs } from './build.mjs'
import { install } from './install.mjs'
import { root } from './run.mjs'
import { fillTown, forgetTown, runServer, startStandIns, townEnvironment } from './town.mjs'

const folder = 'data/dev'

install()
if (process.argv.includes('--fresh')) forgetTown(folder)
// What is built here is newer than what the last whole build knew.
rmSync(join(root, 'build', '.stamp'), { force: true })
await buildPrograms()

const { context } = await import('esbuild')
const watchers = await Promise.all(programs().map((options) => context(options)))
await Promise.all(watchers.map((watcher) => watcher.watch()))

const env = townEnvironment(folder, 'development', 'development')
const standIns = await startStandIns(folder, env)
Object.assign(env, standIns.hosts)
fillTown(env)
runServer(['--import', 'tsx', 'server/dev.ts'], env, standIns.stop)
