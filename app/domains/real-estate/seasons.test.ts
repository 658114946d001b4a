import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type LocalDate } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Landlady, plainRates } from '../../../tests/world/house'
import { rows, withDatabase } from '../../../tests/world/world'
import { copySeasons, removeSeason, saveSeason } from './change-seasons.server'
import type { Season } from './model/rates'
import { markedYear, overlapping, seasonMark, yearsLater } from './model/season-year'
import { seasonsOf } from './rates.server'

withDatabase()

const season = (name: string, firstNight: LocalDate, lastNight: LocalDate, nightlyMinor = 150_00): Season => ({ name, firstNight, lastNight, nightlyMinor, weekendMinor: null, minNights: null })

function house(seasons: readonly Season[] = []) {
  const landlady = new Landlady()
  const { listing } = landlady.property({}, { ...plainRates, seasons })
  const add = (one: Season) => saveSeason(landlady.owner, listing.id, null, one)
  const all = () => read((db) => seasonsOf(db, listing.id)).map(({ name, firstNight, lastNight }) => `${name} ${firstNight}/${lastNight}`)
  return { landlady, id: listing.id, add, all, ids: () => read((db) => seasonsOf(db, listing.id)).map((one) => one.id) }
}

describe('the seasons of a property', () => {
  test('are added, changed and removed one by one', () => {
    const { landlady, id, add, all, ids } = house()
    add(season('Summer', '2027-06-15', '2027-09-15'))
    add(season('Spring', '2027-04-01', '2027-06-14'))
    expect(all()).toEqual(['Spring 2027-04-01/2027-06-14', 'Summer 2027-06-15/2027-09-15'])
    saveSeason(landlady.owner, id, ids()[0] ?? '', season('Early spring', '2027-03-01', '2027-06-14'))
    removeSeason(landlady.owner, id, ids()[1] ?? '')
    expect(all()).toEqual(['Early spring 2027-03-01/2027-06-14'])
    expect(rows("SELECT action FROM audit WHERE action LIKE 'real-estate.season.%'")).toHaveLength(4)
  })

  test('do not overlap: one that would is refused with the name of the other, and may touch it', () => {
    const { landlady, id, add, ids } = house([season('Summer', '2027-06-15', '2027-09-15')])
    expect(add(season('August', '2027-08-01', '2027-08-31'))).toMatchObject({ ok: false, refusal: { kind: 'overlaps', other: { name: 'Summer' }, copied: null } })
    expect(add(season('Spring', '2027-04-01', '2027-06-15'))).toMatchObject({ ok: false, refusal: { kind: 'overlaps' } })
    expect(add(season('Spring', '2027-04-01', '2027-06-14'))).toMatchObject({ ok: true })
    expect(saveSeason(landlady.owner, id, ids()[1] ?? '', season('Summer', '2027-06-15', '2027-09-30')), 'with itself it may').toMatchObject({ ok: true })
  })

  test('have dates in order, belong to a property that is let, and are nobody else’s', () => {
    const { landlady, id, add, ids } = house([season('Summer', '2027-06-15', '2027-09-15')])
    expect(add(season('Back', '2027-02-02', '2027-02-01'))).toMatchObject({ ok: false, refusal: { kind: 'last-before-first' } })
    expect(saveSeason(landlady.owner, landlady.property({ tenure: 'sale' }).listing.id, null, season('Any', '2027-01-01', '2027-01-02'))).toMatchObject({ ok: false, refusal: { kind: 'unknown-property' } })
    const other = new Landlady({ name: 'Another House' })
    expect(removeSeason(other.owner, id, ids()[0] ?? '')).toMatchObject({ ok: false, refusal: { kind: 'unknown-season' } })
  })

  test('are copied into the next year, all or none', () => {
    const { landlady, id, all } = house([season('Summer', '2027-06-15', '2027-09-15'), season('New Year', '2027-12-27', '2028-01-02')])
    expect(copySeasons(landlady.owner, id, { fromListingId: id, fromYear: 2027, toYear: 2028 })).toEqual({ ok: true, value: 2 })
    expect(all()).toEqual(['Summer 2027-06-15/2027-09-15', 'New Year 2027-12-27/2028-01-02', 'Summer 2028-06-15/2028-09-15', 'New Year 2028-12-27/2029-01-02'])
    expect(copySeasons(landlady.owner, id, { fromListingId: id, fromYear: 2027, toYear: 2028 })).toMatchObject({ ok: false, refusal: { kind: 'overlaps', copied: 'Summer', other: { name: 'Summer' } } })
    expect(copySeasons(landlady.owner, id, { fromListingId: id, fromYear: 2020, toYear: 2028 })).toMatchObject({ ok: false, refusal: { kind: 'nothing-to-copy' } })
    expect(all()).toHaveLength(4)
  })

  test('are copied from another property of the business, and from nobody else’s', () => {
    const { landlady, id, all } = house()
    const room = landlady.property({ title: 'The room' }, { seasons: [season('Summer', '2027-06-15', '2027-09-15')] })
    expect(copySeasons(landlady.owner, id, { fromListingId: room.listing.id, fromYear: 2027, toYear: 2027 })).toEqual({ ok: true, value: 1 })
    expect(all()).toEqual(['Summer 2027-06-15/2027-09-15'])
    const other = new Landlady({ name: 'Another House' })
    expect(copySeasons(other.owner, other.property().listing.id, { fromListingId: id, fromYear: 2027, toYear: 2027 })).toMatchObject({ ok: false, refusal: { kind: 'unknown-property' } })
  })
})

describe('the year of seasons', () => {
  test('marks each night with the letter of its season, and no other', () => {
    const nights = markedYear(2028, [season('Spring', '2028-02-28', '2028-03-01'), season('Summer', '2028-07-01', '2028-07-02')]).flatMap(({ weeks }) => weeks.flat()).flatMap((night) => night ?? [])
    expect(nights).toHaveLength(366)
    expect(nights.filter(({ mark }) => mark !== null).map(({ date, mark }) => `${date} ${mark}`)).toEqual(['2028-02-28 A', '2028-02-29 A', '2028-03-01 A', '2028-07-01 B', '2028-07-02 B'])
  })

  test('has a mark of its own for each season, however many', () => {
    const marks = Array.from({ length: 60 }, (_, at) => seasonMark(at))
    expect([marks[0], marks[25], marks[26], marks[59]]).toEqual(['A', 'Z', 'AA', 'BH'])
    expect(new Set(marks).size).toBe(60)
  })

  test('seasons that lie apart lie apart so many years later too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 })), { maxLength: 8 }), fc.integer({ min: -5, max: 5 }), (start, spans, years) => {
        let next = addDays('2024-01-01', start)
        const seasons = spans.map(([nights, gap], at) => {
          const firstNight = next
          const lastNight = addDays(firstNight, nights)
          next = addDays(lastNight, 1 + gap)
          return season(`S${at}`, firstNight, lastNight)
        })
        const later = seasons.map((one) => yearsLater(one, years))
        for (const [at, one] of later.entries()) {
          expect(one.firstNight <= one.lastNight).toBe(true)
          // The 29th of February, where there is none, is the 28th: only there may two come to touch.
          const touches = overlapping(one, later.slice(0, at))
          if (touches) expect(touches.lastNight.slice(4)).toBe('-02-28')
        }
      }),
    )
  })
})
