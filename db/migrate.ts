import { join } from 'node:path'
import { env, EnvError } from '~/platform/env.server'
import { role } from '~/platform/litefs.server'
import { connect } from './connect'
import { migrateFile } from './migrate-file'

// npm run db:migrate: brings the file that DATABASE_PATH names to the newest schema. LiteFS runs this on every candidate: with
// --if-primary it does nothing on a node that may not write.
try {
  const { DATABASE_PATH, LITEFS_DIR } = env()
  if (process.argv.includes('--if-primary') && role() !== 'primary') {
    console.log('This node is not the primary: nothing to migrate here.')
  } else {
    const { $client } = connect(DATABASE_PATH, { onLitefs: LITEFS_DIR !== undefined })
    const { applied } = migrateFile($client, { migrations: join('db', 'migrations'), attachments: join('db', 'schema') })
    $client.close()
    console.log(applied.length === 0 ? `${DATABASE_PATH} is up to date.` : `${DATABASE_PATH}: ran ${applied.join(', ')}.`)
  }
} catch (error) {
  if (!(error instanceof EnvError)) throw error
  console.error(error.message)
  process.exit(1)
}
