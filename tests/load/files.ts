import { fileURLToPath } from 'node:url'
import { connect } from '#db/connect'
import { migrateFile } from '#db/migrate-file'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const root = here('../../')

/** Makes an empty file with the newest schema there, and answers its path. */
export function migratedFile(path: string): string {
  const { $client } = connect(path)
  migrateFile($client, { migrations: here('../../db/migrations'), attachments: here('../../db/schema') })
  $client.close()
  return path
}
