// Fills the file that DATABASE_PATH names: the demo town where it is empty, with `--scale N` N bookings over many businesses, and with
// `--listings N` N listings.
import { installModules } from '~/registry.server'
import { closeBlobs, openBlobs } from '~/platform/blobs.server'
import { now } from '~/platform/clock.server'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { EnvError } from '~/platform/env.server'
import { hashPassword } from '~/platform/passwords.server'
import { seedBookings } from './seeds/many-bookings'
import { seedListings } from './seeds/many-listings'
import { hangPictures } from './seeds/pictures'
import { demoPassword, isEmpty, seedTown } from './seeds/town'

try {
  await seed(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  closeBlobs()
  closeDatabase()
}

async function seed(options: readonly string[]): Promise<void> {
  const wanted = numberOf(options, '--scale', 10_000_000)
  const listings = numberOf(options, '--listings', 1_000_000)
  openDatabase()
  openBlobs()
  installModules()
  const passwordHash = await hashPassword(demoPassword)
  if (read(isEmpty)) {
    seedTown(now(), passwordHash)
    await hangPictures(now())
  } else if (!options.includes('--if-empty')) {
    console.log('There are accounts in this file already: the demo town stays as it is.')
  }
  if (listings !== null) seedListings(now(), passwordHash, listings)
  if (wanted === null) return
  seedBookings(now(), passwordHash, wanted, (placed) => {
    if (placed === wanted || (placed > 100_000 && placed % 100_000 < 2000)) console.log(`${placed} of ${wanted} bookings`)
  })
}

/** The N of `--scale N` and its like; null without it. Ends the program where it is no number, or too large a one. */
function numberOf(options: readonly string[], name: string, most: number): number | null {
  const at = options.indexOf(name)
  if (at < 0) return null
  const wanted = Number(options[at + 1])
  if (Number.isInteger(wanted) && wanted > 0 && wanted <= most) return wanted
  console.error(`${name} takes a number of things to add, such as ${name} 10000.`)
  process.exit(1)
}
