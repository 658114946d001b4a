import { beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { change, rows, theMorning, withDatabase } from '../../tests/world/world'
import { freshFile } from '../testing'
import { seedBookings, seedBusyBusiness } from './many-bookings'

withDatabase()
beforeAll(() => installModules())

const none = (sql: string) => expect(rows(sql)).toEqual([])
const fingerprint = () => rows<{ f: string }>("SELECT group_concat(reference || starts_at || status) AS f FROM (SELECT * FROM bookings ORDER BY id)")[0]?.f

test('two thousand bookings over many businesses hold to the rules of the house', () => {
  seedBookings(theMorning, 'hash', 2000)
  expect(rows('SELECT count(*) AS n FROM bookings')).toEqual([{ n: 2000 }])
  expect(rows('SELECT count(*) AS n FROM businesses')).toEqual([{ n: 20 }])
  expect(rows<{ status: string }>('SELECT DISTINCT status FROM bookings').map(({ status }) => status).sort()).toEqual(['cancelled', 'completed', 'confirmed', 'no_show', 'pending'])
  none(`SELECT 1 FROM (SELECT starts_at, lag(ends_at) OVER (PARTITION BY resource_id ORDER BY starts_at) AS earlier FROM allocations WHERE released_at IS NULL) WHERE earlier > starts_at`)
  none(`SELECT 1 FROM booking_items i LEFT JOIN allocations a ON a.subject = i.id WHERE a.id IS NULL OR (a.released_at IS NULL) <> (i.state = 'active') OR a.starts_at <> i.starts_at OR a.ends_at < i.ends_at`)
  none('SELECT 1 FROM resources r WHERE longest_ms < (SELECT coalesce(max(ends_at - starts_at), 0) FROM allocations WHERE resource_id = r.id)')
  none('SELECT s.id FROM sales s JOIN sale_lines l ON l.sale_id = s.id GROUP BY s.id HAVING sum(l.amount_minor) <> s.total_minor')
  none('SELECT transaction_id FROM ledger_entries GROUP BY transaction_id HAVING sum(amount_minor) <> 0')
  none("SELECT s.id FROM sales s JOIN ledger_transactions t ON t.sale_id = s.id JOIN ledger_entries e ON e.transaction_id = t.id AND e.account = 'receivable' GROUP BY s.id HAVING sum(e.amount_minor) <> s.total_minor - s.reversed_minor - (SELECT coalesce(sum(p.amount_minor), 0) FROM payments p WHERE p.sale_id = s.id AND p.undone_at IS NULL)")
  none("SELECT 1 FROM bookings b LEFT JOIN payments p ON p.sale_id = b.sale_id WHERE (b.status = 'completed') <> (p.id IS NOT NULL) OR p.amount_minor <> b.total_minor")
  none(`SELECT 1 FROM bookings WHERE (status IN ('completed', 'no_show') AND ends_at > ${theMorning}) OR placed_at > ${theMorning} OR (status = 'pending' AND answer_by <= ${theMorning})`)
  none('SELECT 1 FROM events WHERE fanned_out_at IS NULL')
  none('SELECT b.id FROM bookings b LEFT JOIN booking_steps s ON s.booking_id = b.id GROUP BY b.id HAVING min(s.at) <> b.placed_at')
  const states = () => rows('SELECT domain, payment_state, count(*) AS n FROM bookings GROUP BY domain, payment_state ORDER BY 1, 2')
  const written = states()
  change('UPDATE bookings SET payment_state = NULL')
  expect(written).toEqual(states())
})

test('they are the same at every run, and a second thousand finds room beside the first', () => {
  seedBookings(theMorning, 'hash', 500)
  const first = fingerprint()
  seedBookings(theMorning, 'hash', 500)
  expect(rows('SELECT count(*) AS n FROM bookings')).toEqual([{ n: 1000 }])
  closeDatabase()
  openDatabase(freshFile())
  seedBookings(theMorning, 'hash', 500)
  expect(fingerprint()).toBe(first)
})

test('one business can have them all, spread over the days that were asked for', () => {
  const { house, people } = seedBusyBusiness(theMorning, 'hash', { bookings: 300, people: 8, back: 20, ahead: 10, domains: ['appointments', 'events'] })
  expect(rows('SELECT domain, count(*) AS n FROM bookings GROUP BY domain ORDER BY domain')).toEqual(['appointments', 'events'].map((domain) => ({ domain, n: 150 })))
  expect(people).toHaveLength(8)
  expect(rows('SELECT business_id AS businessId, count(*) AS n FROM bookings GROUP BY business_id')).toEqual([{ businessId: house.businessId, n: 300 }])
  none(`SELECT 1 FROM bookings WHERE starts_at < ${theMorning} - 21 * 86400000 OR starts_at > ${theMorning} + 11 * 86400000`)
  none('SELECT 1 FROM bookings b LEFT JOIN booking_texts t ON t.booking_id = b.id WHERE t.id IS NULL OR b.domain IS NULL OR b.payment_state IS NULL')
})
