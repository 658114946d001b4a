import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { Landlady } from '../../../tests/world/house'
import { withDatabase } from '../../../tests/world/world'
import { deskStay } from './desk-step.server'

withDatabase()

test('a member who comes from a time of the calendar begins with arrival on its day, in the zone of the house', () => {
  const landlady = new Landlady()
  const house = landlady.property()
  const from = (query: string) => read((db) => deskStay(db, landlady.owner as MemberCtx, new URLSearchParams(`property=${house.listing.id}&${query}`)))?.asked
  expect(from('at=2026-11-24T09:00Z')).toMatchObject({ arrive: '2026-11-24', depart: null })
  expect(from('at=2026-11-24T09:00Z&from=2026-11-26&to=2026-11-28')).toMatchObject({ arrive: '2026-11-26', depart: '2026-11-28' })
})
