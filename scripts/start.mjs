// npm start: production. Refuses what only demo and tests may set; build first.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, root } from './run.mjs'

const server = join(root, 'build', 'server', 'index.js')

if (!existsSync(server)) giveUp('There is no build yet: run `npm run build` first.')
process.chdir(root)
// Set before anything is imported: React and Express choose their slow, talkative halves without it.
process.env.NODE_ENV = 'production'
process.env.GUILDHALL_MODE = 'production'
await import(server)
