import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { RequestHandler } from 'express'
import { isMigrated } from '#db/migrate-file'
import { cookieNames } from '~/platform/cookies.server'
import { blobByHash, closeBlobs, openBlobs } from '~/platform/blobs.server'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { now } from '~/platform/clock.server'
import { env } from '~/platform/env.server'
import { registerCheck, type Health } from '~/platform/health.server'
import { imageLimits } from '~/platform/images.server'
import { forward, role } from '~/platform/litefs.server'
import { log, startLogging } from '~/platform/log.server'
import { providerOrigins } from '~/platform/oauth.server'
import { modules } from '~/registry'
import { paymentPageOrigin } from '~/platform/stripe.server'
import { installModules } from '~/registry.server'
import { startJobs, stopJobs } from '../jobs/index'
import { createApp } from './app'
import type { Answer } from './remix-handler'
import { createShutdown, shutDownOnSignals, type Closer } from './shutdown'
import { lastViews, writeViewsEachMinute } from './write-views'

interface HouseOptions {
  readonly answer: Answer
  /** Where the built client files lie, or what serves them while somebody develops. */
  readonly files: string | RequestHandler
}

/** Opens the house: data, shell, signals. The answer is the server, not listening yet. Throws EnvError before anything is opened. */
export async function openHouse({ answer, files }: HouseOptions): Promise<Server> {
  const { APP_URL, CLIENT_ADDRESS_HEADER, LOG_LEVEL, METRICS_TOKEN } = env()
  startLogging(LOG_LEVEL)
  const devPages = await pagesOfDevelopment()
  const closers = openParts()
  const app = createApp({
    answer,
    log,
    appUrl: APP_URL,
    sessionCookie: cookieNames.session,
    formTargets: [paymentPageOrigin() ?? [], providerOrigins()].flat(),
    clientAddressHeader: CLIENT_ADDRESS_HEADER,
    metricsToken: METRICS_TOKEN,
    replication: { role, forward },
    uploads,
    blob: blobByHash,
    files,
    devPages,
  })
  const server = createServer(app)
  // For the slowest upload; bodies of other forms have a minute.
  server.requestTimeout = 300_000
  shutDownOnSignals(createShutdown({ server, closers, log, exit: (code) => process.exit(code) }))
  return server
}

// A picture that is somewhat too large is refused on its own page, which keeps what was typed; what is larger still, by the shell.
const uploads = { paths: modules.flatMap((module) => module.uploads), bytes: imageLimits.weight + 10 * 1024 * 1024, atOnce: 6 }

/** Listens where the environment says, and says so. */
export function listen(server: Server): void {
  const { HOST, PORT, APP_URL } = env()
  server.listen(PORT, HOST, () => {
    log.info({ host: HOST, port: PORT, url: APP_URL }, 'listening')
    if (env().JOBS !== 'on') return
    writeViewsEachMinute()
    startJobs({ now, role }).catch((error: unknown) => log.error({ err: error }, 'the jobs did not start'))
  })
}

interface DevPages {
  readonly devPages: (options: { postmark: string; now: () => number }) => RequestHandler
}

// They lie outside the build, and are there only where the environment names them.
async function pagesOfDevelopment(): Promise<RequestHandler | undefined> {
  const { DEV_PAGES, POSTMARK_HOST } = env()
  if (!DEV_PAGES || !POSTMARK_HOST) return undefined
  const { devPages } = (await import(/* @vite-ignore */ pathToFileURL(DEV_PAGES).href)) as DevPages
  return devPages({ postmark: POSTMARK_HOST, now })
}

// Each part that is opened says how it is closed; they are closed in this order.
function openParts(): Closer[] {
  openDatabase()
  openBlobs()
  installModules()
  registerCheck({ name: 'database', check: checkMigrated() })
  return [
    { name: 'jobs', close: () => stopJobs() },
    lastViews,
    { name: 'blobs', close: closeBlobs },
    { name: 'database', close: closeDatabase },
  ]
}

// The folder is read from where the process was started, as DATABASE_PATH is.
function checkMigrated(): () => Health {
  let migrated = false
  return () => {
    migrated ||= read((db) => isMigrated(db.$client, join('db', 'migrations')))
    return migrated ? { ok: true, detail: 'migrated' } : { ok: false, detail: 'Migrations are waiting: npm run db:migrate' }
  }
}
