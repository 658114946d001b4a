import { beforeAll, expect, test } from 'vitest'
import { blobByHash } from '~/platform/blobs.server'
import { installModules } from '~/registry.server'
import { rows, theMorning, withDatabase } from '../../tests/world/world'
import { hangPictures } from './pictures'
import { seedTown } from './town'

withDatabase()
beforeAll(() => installModules())

test('the demo has pictures of every kind, and every file that a row names is there', async () => {
  seedTown(theMorning, 'hash')
  await hangPictures(theMorning)
  expect(rows('SELECT owner_kind AS kind, count(*) AS count FROM pictures GROUP BY owner_kind ORDER BY owner_kind')).toEqual([
    { kind: 'cover', count: 1 }, { kind: 'listing', count: 10 }, { kind: 'logo', count: 1 }, { kind: 'profile', count: 1 }, { kind: 'staff', count: 3 },
  ])
  const files = rows<{ hash: string; weight: number }>('SELECT hash, weight FROM picture_files')
  expect(files.filter(({ hash, weight }) => blobByHash(hash)?.bytes.length !== weight)).toEqual([])
  expect(files.length).toBeGreaterThan(60)
})
