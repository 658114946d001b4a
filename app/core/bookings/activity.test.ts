import { expect, test } from 'vitest'
import { day } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { auditLog } from '~/platform/audit-log.server'
import { setListingStatus } from '../listings/index.server'
import { takePayment } from '../sales/index.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { rows, withDatabase } from '../../../tests/world/world'
import { activity, activitySql, type ActivityAsked } from './activity.server'
import { activityKinds, activityWords, toldActs } from './activity-words'
import { cancelBooking, confirmBooking } from './change-status.server'
import { bookingById } from './queries.server'

withDatabase()

const everything: ActivityAsked = { domain: null, kind: null }

/** A booking that was placed, confirmed, paid and cancelled, on days that follow each other, and a paused listing. */
function someDays() {
  const desk = frontDesk()
  installModules()
  const { ctx, colour, cut } = desk
  const { id, reference } = book(ctx, colour, '2026-11-20T10:00Z')
  const sold = read((db) => bookingById(db, ctx.businessId, id))?.saleId ?? ''
  const onDay = (days: number) => ({ ...ctx, now: ctx.now + days * day, newId: () => `0${(at += 1)}` })
  let at = Number.parseInt('20000000', 10)
  confirmBooking(onDay(0.5), id)
  takePayment(onDay(2), { saleId: sold, method: 'cash', amountMinor: 2000 })
  cancelBooking(onDay(3), id, 'Ill')
  transact((db) => setListingStatus(db, onDay(4), cut.id, 'paused'))
  return { ...desk, reference, look: (asked: Partial<ActivityAsked> = {}, most = 50, before: string | null = null) => read((db) => activity(db, ctx, { ...everything, ...asked }, before, most)) }
}

test('the timeline tells what was done in all trades, the latest first, and leads to it', () => {
  const { ctx, reference, cut, look } = someDays()
  const words = look().rows.map((row) => `${activityWords(ctx.i18n, { ...row, currency: 'EUR' })}: ${row.title}`)
  expect(words.slice(0, 5)).toEqual(['Listing paused: Cut', 'Cancelled: Colour', '€20.00 due back: Colour', '€20.00 paid: Colour', 'Confirmed: Colour'])
  expect(words).toContain('Booked: Colour')
  const [paused, cancelled] = look().rows
  expect(paused).toMatchObject({ domain: 'appointments', trade: 'Appointments', href: `/dashboard/harbour-salon/appointments/services/${cut.id}`, by: { kind: 'user', name: 'Owner of Harbour Salon' } })
  expect(cancelled).toMatchObject({ href: `/dashboard/harbour-salon/bookings/${reference}`, who: 'Ana Sousa' })
})

test('it narrows to a trade and a kind, and goes on page by page without a gap', () => {
  const { look } = someDays()
  expect(look({ kind: 'money' }).rows.map(({ action }) => action)).toEqual(['sales.refund.make', 'sales.payment.take'])
  expect(look({ domain: 'events' })).toEqual({ rows: [], older: null })
  expect(look({ domain: 'appointments' })).toEqual(look())
  const paged: string[] = []
  for (let before: string | null = null, more = true; more; ) {
    const page = look({}, 2, before)
    paged.push(...page.rows.map(({ id }) => id))
    before = page.older
    more = before !== null
  }
  expect(paged).toEqual(look().rows.map(({ id }) => id))
})

test('it is of one business alone', () => {
  const { ctx } = someDays()
  expect(read((db) => activity(db, { ...ctx, businessId: 'another' }, everything, null, 10)).rows).toEqual([])
})

test('every kind has acts, and every act its words', () => {
  const { ctx } = frontDesk()
  expect(new Set(Object.values(toldActs).map(({ kind }) => kind))).toEqual(new Set(activityKinds))
  for (const action of Object.keys(toldActs)) expect(activityWords(ctx.i18n, { action, changes: { status: 'active', stars: 4 }, currency: 'EUR' })).not.toBe(action)
})

test('it walks the audit of the business by its index, and finds bookings by their ids', () => {
  frontDesk()
  const planOf = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { id: '', businessId: '' }).map(({ detail }) => detail).join('\n')
  for (const sql of Object.values(activitySql)) expect(planOf(sql)).not.toMatch(/SCAN/)
  expect(planOf('SELECT * FROM audit WHERE business_id = @businessId AND id < @id ORDER BY id DESC LIMIT 100')).toBe('SEARCH audit USING INDEX audit_by_business (business_id=? AND id<?)')
  expect(read((db) => auditLog(db, { businessId: 'another' }, null, 1))).toEqual([])
})
