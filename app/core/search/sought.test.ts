import { describe, expect, test } from 'vitest'
import { datesSought, searchHref, soughtIn, troublesIn } from './sought'

const read = (text: string) => {
  const query = new URLSearchParams(text)
  const sought = soughtIn(query, 'EUR')
  return { sought, dates: datesSought(sought), troubles: troublesIn(query).map((trouble) => ('text' in trouble ? trouble.text : trouble.kind)) }
}

describe('what an address of the search asks for', () => {
  test('one date is that day, whichever of the two it is', () => {
    for (const query of ['from=2026-12-15', 'to=2026-12-15']) expect(read(query)).toMatchObject({ dates: { from: '2026-12-15', to: '2026-12-15' }, troubles: [] })
  })

  test('dates the wrong way round stay as they were typed, count as the first alone, and are told', () => {
    const { sought, dates, troubles } = read('from=2026-12-15&to=2026-12-10')
    expect(dates).toEqual({ from: '2026-12-15', to: '2026-12-15' })
    expect(troubles).toEqual(['turned'])
    expect(searchHref(sought)).toBe('/search?from=2026-12-15&to=2026-12-10')
  })

  test('of more than a month the first 31 days are looked at, and that is told', () => {
    expect(read('from=2026-12-01&to=2027-02-01')).toMatchObject({ dates: { from: '2026-12-01', to: '2026-12-31' }, troubles: ['too-many-days'] })
    expect(read('from=2026-12-01&to=2026-12-31').troubles).toEqual([])
  })

  test('a number of people is never dropped: it is as many as can be asked for, and told', () => {
    const people = (typed: string) => read(`from=2026-12-15&people=${typed}`)
    expect(people('100')).toMatchObject({ sought: { people: '100' }, troubles: [] })
    expect(people('1000')).toMatchObject({ sought: { people: '999' }, troubles: ['too-many-people'] })
    expect(people('-3')).toMatchObject({ sought: { people: '' }, troubles: ['-3'] })
    expect(people('0').troubles).toEqual(['0'])
    expect(read('people=4')).toMatchObject({ sought: { people: '4' }, troubles: ['people-alone'] })
  })

  test('what is no date is told and left out', () => {
    expect(read('from=2026-02-30&to=banana')).toMatchObject({ dates: null, troubles: ['2026-02-30', 'banana'] })
  })

  test('a price that names no currency is in the one that is usual, and without a price there is none', () => {
    expect(read('max=30').sought.currency).toBe('EUR')
    expect(read('max=30&currency=GBP').sought.currency).toBe('GBP')
    expect(read('currency=GBP').sought.currency).toBe('')
  })
})
