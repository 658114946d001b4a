// Fills the file that DATABASE_PATH names: the demo town where it is empty, and with `--scale N` N bookings over many businesses.
import { installModules } from '~/registry.server'
import { now } from '~/platform/clock.server'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { EnvError } from '~/platform/env.server'
import { hashPassword } from '~/platform/passwords.server'
import { demoPassword, isEmpty, seedTown } from './seeds/town'

try {
  await seed(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  closeDatabase()
}

async function seed(options: readonly string[]): Promise<void> {
  openDatabase()
  installModules()
  const passwordHash = await hashPassword(demoPassword)
  if (read(isEmpty)) seedTown(now(), passwordHash)
  else if (!options.includes('--if-empty')) console.log('There are accounts in this file already: the demo town stays as it is.')
}
