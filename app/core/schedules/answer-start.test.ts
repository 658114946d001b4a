import { describe, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { membersOf } from '~/core/businesses/index.server'
import { installWorld, person } from '../../../tests/world/businesses'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { answerStart, type StartAnswer } from './answer-start.server'
import type { StartStep } from './model/start-steps'
import { weeklyHoursOf } from './queries.server'

withDatabase()

const name = { name: 'Quay Ceramics', code: 'qc' }
const trades = { domains: ['appointments', 'events'], currency: 'EUR', taxName: 'IVA', taxRate: '6,5', taxIncluded: 'no' }
const place = { line1: 'Rua do Cais 4', postalCode: '8700-312', city: 'Olhão', country: 'PT', timeZone: 'Europe/Lisbon', day1from1: '09:00', day1to1: '18:00' }
const everything = { ...name, ...trades, ...place }

function post(to: StartStep, from: StartStep, typed: Record<string, string | string[]>) {
  installWorld()
  const ownerId = person('Rita')
  const form = new FormData()
  form.set('from', from)
  for (const [field, value] of Object.entries(typed)) for (const one of [value].flat()) form.append(field, one)
  const answer = answerStart(contextAt(undefined, { kind: 'user', id: ownerId, roles: [] }), ownerId, form, to)
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('Location'), ownerId }
  const shown: StartAnswer = 'data' in answer ? answer.data : answer
  return { status: 'data' in answer ? answer.init?.status : 200, shown, errors: shown.result?.error }
}

describe('signing up in three steps', () => {
  test('goes on with everything typed, and stores nothing before the last', () => {
    expect(post('trades', 'name', name)).toMatchObject({ status: 200, shown: { step: 'trades', values: name, result: null } })
    expect(post('place', 'trades', { ...name, ...trades })).toMatchObject({
      status: 200,
      shown: { step: 'place', values: { ...name, ...trades, day1from1: '09:00', day5to1: '18:00' } },
    })
    expect(rows('SELECT id FROM businesses')).toEqual([])
  })

  test('ends with the business, its owner, its store and its hours', () => {
    const { status, location, ownerId } = post('place', 'place', everything)
    expect([status, location]).toEqual([303, '/dashboard/quay-ceramics/overview'])
    const [made] = rows<{ id: string }>('SELECT * FROM businesses')
    expect(made).toMatchObject({ name: 'Quay Ceramics', code: 'QC', currency: 'EUR', time_zone: 'Europe/Lisbon', default_domain: 'appointments' })
    expect(read((db) => membersOf(db, made!.id))).toMatchObject([{ userId: ownerId, role: 'owner' }])
    const [store] = rows<{ id: string }>('SELECT * FROM stores')
    expect(store).toMatchObject({ city: 'Olhão', tax_name: 'IVA', tax_rate_ppm: 65_000, tax_included: 0 })
    expect(read((db) => weeklyHoursOf(db, made!.id, store!.id))).toEqual([{ weekday: 1, from: 540, to: 1080 }])
  })

  test('goes back without judging what is half typed', () => {
    expect(post('trades', 'place', { ...name, ...trades, line1: '', day1from1: 'nine' })).toMatchObject({ status: 200, shown: { step: 'trades', result: null } })
    expect(post('name', 'trades', { name: '' })).toMatchObject({ status: 200, shown: { step: 'name', result: null } })
  })

  test('shows the first step that is not right, with what was typed', () => {
    expect(post('trades', 'name', { name: '', code: 'h5' })).toMatchObject({
      status: 422,
      shown: { step: 'name', values: { code: 'h5' } },
      errors: { name: ['Enter the name of the business'], code: ['Use two to four letters'] },
    })
    expect(post('place', 'place', { ...everything, name: '' })).toMatchObject({ status: 422, shown: { step: 'name' } })
    expect(post('place', 'place', { ...everything, day1to1: '' })).toMatchObject({
      status: 422,
      shown: { step: 'place', values: { city: 'Olhão' } },
      errors: { day1to1: ['Enter both times, or leave both empty'] },
    })
    expect(rows('SELECT id FROM businesses')).toEqual([])
  })

  test('a code that was taken meanwhile, and a trade that nobody knows, are refused with everything kept', () => {
    post('place', 'place', everything)
    expect(post('place', 'place', { ...everything, name: 'Quiet Corner' })).toMatchObject({
      status: 409,
      shown: { step: 'name', values: { city: 'Olhão' } },
      errors: { code: ['Another business has this code. QU is free.'] },
    })
    expect(post('place', 'place', { ...everything, code: 'ZZ', domains: ['gambling'] })).toMatchObject({ status: 409, shown: { step: 'trades' } })
    expect(rows('SELECT id FROM businesses')).toHaveLength(1)
  })
})
