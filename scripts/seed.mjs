// npm run seed [-- --scale N | --listings N]: fills the file that DATABASE_PATH names with the demo town, and N bookings or listings over many businesses.
import { buildPrograms } from './build.mjs'
import { install } from './install.mjs'
import { runNode } from './run.mjs'

const env = { GUILDHALL_MODE: process.env.GUILDHALL_MODE || 'development' }

install()
await buildPrograms()
runNode(['build/db/migrate.js'], { env })
runNode(['build/db/seed.js', ...process.argv.slice(2)], { env })
