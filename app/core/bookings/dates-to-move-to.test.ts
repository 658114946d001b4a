import { beforeEach, describe, expect, test } from 'vitest'
import { moveSession, type Session } from '~/core/sessions/index.server'
import { saleById } from '~/core/sales/index.server'
import { read } from '~/platform/database.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { installModules } from '~/registry.server'
import { tours as trade, Tours } from '../../../tests/world/tours'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { datesToMoveTo } from './dates-to-move-to.server'
import { bookingById, goRounds, installDomains } from './index.server'
import { dateMoveTrouble, moveToDate } from './move-to-date.server'

withDatabase()

let tours: Tours
beforeEach(() => {
  installModules()
  tours = new Tours()
  installDomains([trade])
})

const booking = (id: string) => {
  const found = read((db) => bookingById(db, tours.owner.businessId, id))
  if (!found) throw new Error(`No booking ${id}`)
  return found
}
const offered = (id: string) => read((db) => datesToMoveTo(db, tours.customer(), id, null))
const dates = (id: string) => offered(id)?.dates.map(({ id: date, fits, left, moreMinor }) => ({ date, fits, left, moreMinor }))
const move = (id: string, session: Session, shownMinor: number | null = null, as = tours.customer()) => moveToDate(as, booking(id), { sessionId: session.id, shownMinor })
const owed = (id: string) => read((db) => saleById(db, tours.owner.businessId, booking(id).saleId))?.owedMinor

describe('the dates that places may move to', () => {
  test('are the others ahead, each with what it does to the price; those without room say how many they take', () => {
    const [own, same, dearer, full] = [
      tours.session('2026-11-10T09:00'), tours.session('2026-11-11T09:00'), tours.session('2026-11-12T09:00', { priceMinor: 4500 }), tours.session('2026-11-13T09:00', { capacity: 3 }),
    ]
    tours.book(full, 'Rita', 2)
    const { id } = tours.book(own, 'Marta', 2)
    expect(dates(id)).toStrictEqual([
      { date: same.id, fits: true, left: 10, moreMinor: 0 },
      { date: dearer.id, fits: true, left: 10, moreMinor: 1000 },
      { date: full.id, fits: false, left: 1, moreMinor: 0 },
    ])
  })

  test('are none once it is called off or has begun', () => {
    const own = tours.session('2026-11-10T09:00')
    tours.session('2026-11-11T09:00')
    const { id } = tours.book(own)
    expect(read((db) => datesToMoveTo(db, tours.customer(own.startsAt), id, null))).toMatchObject({ stands: false, dates: [] })
  })
})

describe('a customer moves to another date', () => {
  test('and pays what that date costs', () => {
    const [own, dearer] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00', { priceMinor: 4500 })]
    const { id } = tours.book(own, 'Marta', 2)
    expect(move(id, dearer, 9000)).toMatchObject({ ok: true, value: { outcome: 'moved' } })
    expect(booking(id)).toMatchObject({ startsAt: dearer.startsAt, totalMinor: 9000, items: [{ sessionId: dearer.id }] })
    expect(owed(id)).toBe(9000)
  })

  test('that costs the same, and nothing is said of the price: no line is charged anew', () => {
    const [own, same] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00')]
    const { id } = tours.book(own, 'Marta', 2)
    const sale = () => read((db) => saleById(db, tours.owner.businessId, booking(id).saleId))
    const before = sale()
    expect(move(id, same, 8000).ok).toBe(true)
    expect(sale()).toStrictEqual(before)
  })

  test('only at the price that was shown', () => {
    const [own, dearer] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00', { priceMinor: 4500 })]
    const { id } = tours.book(own, 'Marta', 2)
    const refused = move(id, dearer, 8000)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'price-changed', nowMinor: 9000 } })
    expect(refused.ok ? '' : dateMoveTrouble(tours.customer(), booking(id), refused.refusal)).toMatchObject({ status: 409, why: expect.stringContaining('€90.00') })
    expect(booking(id).startsAt).toBe(own.startsAt)
  })

  test('where somebody else has taken the last places meanwhile nothing changes', () => {
    const [own, small] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-13T09:00', { capacity: 2 })]
    const { id } = tours.book(own, 'Marta', 2)
    tours.book(small, 'Rita', 1)
    expect(move(id, small)).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
    expect(booking(id)).toMatchObject({ startsAt: own.startsAt, items: [{ sessionId: own.id }] })
  })
})

describe('once the business has moved the date', () => {
  const moveDate = (session: Session, start: string) => expect(moveSession(tours.owner, { sessionId: session.id, scope: 'one', start, reason: 'The wind turns' }).ok).toBe(true)

  test('a customer takes any other date, dearer or not, free of charge', () => {
    const [own, dearer] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-12T09:00', { priceMinor: 9900 })]
    const { id } = tours.book(own, 'Marta', 2)
    moveDate(own, '2026-11-10T15:00')
    expect(offered(id)).toMatchObject({ isFree: true })
    expect(dates(id)).toMatchObject([{ date: dearer.id, moreMinor: 0 }])
    expect(move(id, dearer, 8000).ok).toBe(true)
    expect(booking(id)).toMatchObject({ startsAt: dearer.startsAt, totalMinor: 8000 })
    expect(owed(id)).toBe(8000)
  })

  test('that is for once: the next change is charged, and no date that the business never touched is free', () => {
    const [own, other, dearer] = [tours.session('2026-11-10T09:00'), tours.session('2026-11-11T09:00'), tours.session('2026-11-12T09:00', { priceMinor: 9900 })]
    const { id } = tours.book(own, 'Marta', 1)
    const untouched = tours.book(other, 'Rita', 1)
    moveDate(own, '2026-11-10T15:00')
    expect(move(id, other).ok).toBe(true)
    expect(offered(id)).toMatchObject({ isFree: false })
    expect(dates(id)).toContainEqual({ date: dearer.id, fits: true, left: 10, moreMinor: 5900 })
    expect(offered(untouched.id)).toMatchObject({ isFree: false })
  })

  test('the mail that says so keeps its word: it tells of another date without a fee', async () => {
    const own = tours.session('2026-11-10T09:00')
    tours.book(own)
    moveDate(own, '2026-11-10T15:00')
    while (goRounds({ now: theMorning, atMost: 10 }) > 0);
    while ((await drainOutbox({ now: theMorning, atMost: 100 })) > 0);
    expect(rows<{ text: string }>("SELECT message ->> 'text' AS text FROM mails WHERE template = 'booking-date-moved'")[0]?.text.replaceAll(/\s+/g, ' ')).toContain('choose another date without a fee')
  })
})
