// npm run db:migrate: brings the file that DATABASE_PATH names to the newest schema.
import { buildPrograms } from './build.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'

install()
await buildPrograms()
// A file is migrated before it has secrets to sign with.
runNode(['build/db/migrate.js', ...process.argv.slice(2)], { env: { GUILDHALL_MODE: process.env.GUILDHALL_MODE || 'development' } })
