import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '~/kernel/time'
import { linesOf, priceStay, type Stay } from './price-stay'
import { priceNight, type StayRates } from './rates'

// Old Harbour House: autumn to the end of November, December after it, weekends dearer, a week 10 % less, and Lisbon's tax for seven nights.
const rates: StayRates = {
  nightlyMinor: 200_00, weekendMinor: 240_00, weekendDays: [5, 6],
  seasons: [
    { name: 'Autumn', firstNight: '2026-10-01', lastNight: '2026-11-30', nightlyMinor: 220_00, weekendMinor: 260_00, minNights: null },
    { name: 'December', firstNight: '2026-12-01', lastNight: '2026-12-31', nightlyMinor: 240_00, weekendMinor: 280_00, minNights: null },
  ],
  nightPrices: [],
  guestsIncluded: 4, extraGuestMinor: 20_00,
  discounts: [{ kind: 'length', threshold: 7, percent: 10 }],
  fees: [{ name: 'Cleaning', per: 'stay', amountMinor: 84_00 }],
  taxMinor: 4_00, taxNights: 7, childAge: 13,
}
const stay = (arrive: string, depart: string, more: Partial<Stay> = {}): Stay => ({ arrive, depart, guests: { adults: 4, children: 0 }, bookedOn: '2026-11-03', ...more })

describe('a week over a season change and a weekend, with a length-of-stay discount', () => {
  const { lines, trace } = priceStay(rates, stay('2026-11-28', '2026-12-05'))

  test('tells for each night which rule made its price', () => {
    expect(trace.nights.map(({ night, rule, amountMinor }) => [night, ...Object.values(rule), amountMinor])).toEqual([
      ['2026-11-28', 'season-weekend', 'Autumn', 260_00],
      ['2026-11-29', 'season', 'Autumn', 220_00],
      ['2026-11-30', 'season', 'Autumn', 220_00],
      ['2026-12-01', 'season', 'December', 240_00],
      ['2026-12-02', 'season', 'December', 240_00],
      ['2026-12-03', 'season', 'December', 240_00],
      ['2026-12-04', 'season-weekend', 'December', 280_00],
    ])
  })

  test('comes to the total to the cent', () => {
    expect(lines.map((line) => [line.kind, line.amountMinor])).toEqual([['nights', 1700_00], ['discount', -170_00], ['fee', 84_00], ['tourist-tax', 112_00]])
    expect(trace.totalMinor).toBe(1726_00)
  })
})

test('tourist tax stops at its cap, and children owe none', () => {
  const { trace } = priceStay(rates, stay('2026-11-28', '2026-12-08', { guests: { adults: 2, children: 2 } }))
  expect(trace.tax).toEqual({ guests: 2, nights: 7, eachMinor: 4_00, children: 2, childAge: 13, cappedAt: 7, amountMinor: 56_00 })
})

test('where everybody owes it, children do', () => {
  const { trace } = priceStay({ ...rates, childAge: 0 }, stay('2026-11-28', '2026-11-30', { guests: { adults: 2, children: 2, infants: 1 } }))
  expect(trace.tax).toMatchObject({ guests: 4, nights: 2, cappedAt: null, amountMinor: 32_00 })
})

test('guests above those included pay for each night, before the discount', () => {
  const { trace } = priceStay(rates, stay('2026-11-28', '2026-12-05', { guests: { adults: 5, children: 1 } }))
  expect(trace.extraGuests).toEqual({ guests: 2, nights: 7, eachMinor: 20_00, amountMinor: 280_00 })
  expect(trace.discounts).toEqual([{ kind: 'length', threshold: 7, percent: 10, ofMinor: 1980_00, amountMinor: -198_00 }])
})

test('a date of its own goes before season and weekend', () => {
  const nightPrices = [{ night: '2026-12-04', nightlyMinor: 500_00, reason: 'Regatta' }]
  expect(priceNight({ ...rates, nightPrices }, '2026-12-04')).toEqual({ night: '2026-12-04', rule: { kind: 'date', reason: 'Regatta' }, amountMinor: 500_00 })
})

test('a season without a weekend price has one price for all its nights; outside of seasons weekends count again', () => {
  const plain = { ...rates, seasons: [{ name: 'Autumn', firstNight: '2026-11-01', lastNight: '2026-11-30', nightlyMinor: 220_00, weekendMinor: null, minNights: null }] }
  expect(priceNight(plain, '2026-11-28')).toMatchObject({ rule: { kind: 'season' }, amountMinor: 220_00 })
  expect(priceNight(plain, '2026-12-04')).toMatchObject({ rule: { kind: 'weekend' }, amountMinor: 240_00 })
  expect(priceNight(plain, '2026-12-03')).toMatchObject({ rule: { kind: 'base' }, amountMinor: 200_00 })
})

describe('percentages', () => {
  const discounts = [
    { kind: 'length', threshold: 7, percent: 10 }, { kind: 'length', threshold: 28, percent: 25 },
    { kind: 'early', threshold: 60, percent: 5 }, { kind: 'late', threshold: 3, percent: 20 },
  ] as const
  const given = (arrive: string, depart: string, bookedOn: string) =>
    priceStay({ ...rates, discounts }, stay(arrive, depart, { bookedOn })).trace.discounts.map(({ kind, percent }) => `${kind} ${percent}`)

  test.each([
    ['2027-03-01', '2027-03-05', '2027-02-01', []],
    ['2027-03-01', '2027-03-08', '2027-02-01', ['length 10']],
    ['2027-03-01', '2027-03-29', '2027-02-01', ['length 25']],
    ['2027-03-01', '2027-03-29', '2026-12-31', ['length 25', 'early 5']],
    ['2027-03-01', '2027-03-05', '2027-02-26', ['late 20']],
    ['2027-03-01', '2027-03-05', '2027-02-25', []],
  ])('of %s to %s booked on %s', (arrive, depart, bookedOn, expected) => expect(given(arrive, depart, bookedOn)).toEqual(expected))

  test('the second is of what the first leaves', () => {
    const { trace } = priceStay({ ...rates, seasons: [], weekendMinor: null, nightlyMinor: 100_00, discounts }, stay('2027-03-01', '2027-03-08', { bookedOn: '2026-12-01' }))
    expect(trace.discounts.map(({ ofMinor, amountMinor }) => [ofMinor, amountMinor])).toEqual([[700_00, -70_00], [630_00, -31_50]])
  })

  test('where early and late both apply the greater one does', () => {
    const both = [{ kind: 'early', threshold: 1, percent: 5 }, { kind: 'late', threshold: 30, percent: 8 }] as const
    const { trace } = priceStay({ ...rates, discounts: both }, stay('2027-03-01', '2027-03-03', { bookedOn: '2027-02-20' }))
    expect(trace.discounts).toMatchObject([{ kind: 'late', percent: 8 }])
  })
})

test('fees are by stay, night or guest', () => {
  const fees = [{ name: 'Cleaning', per: 'stay', amountMinor: 80_00 }, { name: 'Heating', per: 'night', amountMinor: 5_00 }, { name: 'Linen', per: 'guest', amountMinor: 12_00 }] as const
  const { lines } = priceStay({ ...rates, fees }, stay('2027-03-01', '2027-03-04', { guests: { adults: 2, children: 1 } }))
  expect(lines.flatMap((line) => (line.kind === 'fee' ? [[line.name, line.amountMinor]] : []))).toEqual([['Cleaning', 80_00], ['Heating', 15_00], ['Linen', 36_00]])
})

const amount = fc.integer({ min: 0, max: 100_000 })
const date = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2027-03-01', days))
const anyRates: fc.Arbitrary<StayRates> = fc.record({
  nightlyMinor: amount, weekendMinor: fc.option(amount), weekendDays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
  seasons: fc.tuple(date, fc.integer({ min: 0, max: 20 }), amount, fc.option(amount)).map(([firstNight, days, nightlyMinor, weekendMinor]) => [
    { name: 'Spring', firstNight, lastNight: addDays(firstNight, days), nightlyMinor, weekendMinor, minNights: null },
  ]),
  nightPrices: fc.uniqueArray(fc.record({ night: date, nightlyMinor: amount, reason: fc.constant(null) }), { selector: (one) => one.night, maxLength: 5 }),
  guestsIncluded: fc.integer({ min: 1, max: 6 }), extraGuestMinor: amount,
  discounts: fc.array(fc.record({ kind: fc.constantFrom('length' as const, 'early' as const, 'late' as const), threshold: fc.integer({ min: 1, max: 60 }), percent: fc.integer({ min: 1, max: 90 }) }), { maxLength: 5 }),
  fees: fc.array(fc.record({ name: fc.constant('Fee'), per: fc.constantFrom('stay' as const, 'night' as const, 'guest' as const), amountMinor: amount }), { maxLength: 3 }),
  taxMinor: amount, taxNights: fc.option(fc.integer({ min: 1, max: 10 })), childAge: fc.integer({ min: 0, max: 18 }),
})
const anyStay: fc.Arbitrary<Stay> = fc
  .record({ arrive: date, nights: fc.integer({ min: 1, max: 30 }), adults: fc.integer({ min: 1, max: 8 }), children: fc.integer({ min: 0, max: 4 }), ahead: fc.integer({ min: 0, max: 90 }) })
  .map(({ arrive, nights, adults, children, ahead }) => ({ arrive, depart: addDays(arrive, nights), guests: { adults, children }, bookedOn: addDays(arrive, -ahead) }))

describe('for any rates and any stay', () => {
  test('the trace adds up to the total to the cent, and so do the lines', () => {
    fc.assert(fc.property(anyRates, anyStay, (anyRate, one) => {
      const { lines, trace } = priceStay(anyRate, one)
      const sum = (amounts: readonly number[]) => amounts.reduce((total, each) => total + each, 0)
      const inTrace = [
        ...trace.nights.map((night) => night.amountMinor), trace.extraGuests?.amountMinor ?? 0,
        ...trace.discounts.map((discount) => discount.amountMinor), ...trace.fees.map((fee) => fee.totalMinor), trace.tax?.amountMinor ?? 0,
      ]
      expect(sum(inTrace)).toBe(trace.totalMinor)
      expect(sum(lines.map((line) => line.amountMinor))).toBe(trace.totalMinor)
      expect(linesOf(trace)).toEqual(lines)
      expect(trace.totalMinor).toBeGreaterThanOrEqual(0)
    }))
  })

  test('each night is priced once, by a rule that holds for it', () => {
    fc.assert(fc.property(anyRates, anyStay, (anyRate, one) => {
      const { trace } = priceStay(anyRate, one)
      expect(trace.nights.map(({ night }) => night)).toEqual(Array.from({ length: trace.nights.length }, (_, at) => addDays(one.arrive, at)))
      for (const { night, rule, amountMinor } of trace.nights) {
        const dated = anyRate.nightPrices.find((price) => price.night === night)
        const season = anyRate.seasons.find(({ firstNight, lastNight }) => firstNight <= night && night <= lastNight)
        const weekend = anyRate.weekendDays.includes(weekdayOf(night))
        const expected = dated?.nightlyMinor ?? (weekend ? season?.weekendMinor : null) ?? season?.nightlyMinor ?? (weekend ? anyRate.weekendMinor : null) ?? anyRate.nightlyMinor
        expect([amountMinor, rule.kind === 'date']).toEqual([expected, dated !== undefined])
      }
    }))
  })

  test('no percentage is charged twice: at most one for the length and one for the time of booking', () => {
    fc.assert(fc.property(anyRates, anyStay, (anyRate, one) => {
      const kinds = priceStay(anyRate, one).trace.discounts.map(({ kind }) => kind === 'length')
      expect(kinds.filter(Boolean).length).toBeLessThanOrEqual(1)
      expect(kinds.filter((isLength) => !isLength).length).toBeLessThanOrEqual(1)
    }))
  })
})
