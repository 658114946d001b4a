import { beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { rows, theMorning, withDatabase } from '../../tests/world/world'
import { freshFile } from '../testing'
import { isEmpty, seedTown } from './town'

withDatabase()
beforeAll(() => installModules())

const claims = `
  SELECT a.resource_id, a.starts_at, a.ends_at FROM allocations a JOIN resources r ON r.id = a.resource_id
  WHERE a.released_at IS NULL AND r.capacity = 1 ORDER BY a.resource_id, a.starts_at`

const overlaps = `
  SELECT * FROM (SELECT starts_at, lag(ends_at) OVER (PARTITION BY resource_id ORDER BY starts_at) AS earlier_end FROM (${claims}))
  WHERE earlier_end > starts_at`

const everything = `
  SELECT b.slug, k.status, k.starts_at AS startsAt, k.placed_at AS placedAt, k.contact_name AS name, i.title, k.total_minor AS total
  FROM bookings k JOIN businesses b ON b.id = k.business_id JOIN booking_items i ON i.booking_id = k.id ORDER BY k.id`

test('the demo town is the same at every run', () => {
  seedTown(theMorning, 'hash')
  const first = rows(everything)
  const services = rows('SELECT id, slug, title, status FROM listings ORDER BY id')
  closeDatabase()
  openDatabase(freshFile())
  seedTown(theMorning, 'hash')
  expect(rows(everything)).toEqual(first)
  expect(rows('SELECT id, slug, title, status FROM listings ORDER BY id')).toEqual(services)
  expect(first.length).toBeGreaterThan(200)
})

test('it stands in a file that was empty, with what its description promises', () => {
  expect(read(isEmpty)).toBe(true)
  seedTown(theMorning, 'hash')
  expect(read(isEmpty)).toBe(false)
  expect(rows('SELECT slug, currency FROM businesses ORDER BY slug')).toEqual([
    { slug: 'casa-azul', currency: 'EUR' },
    { slug: 'granary-hall', currency: 'GBP' },
    { slug: 'harbour-salon', currency: 'EUR' },
    { slug: 'kyrenia-kayak', currency: 'EUR' },
    { slug: 'lakeshore-physio', currency: 'CAD' },
    { slug: 'lua-cheia', currency: 'EUR' },
    { slug: 'old-harbour-house', currency: 'EUR' },
  ])
  expect(rows("SELECT l.slug, s.duration_minutes AS minutes, s.buffer_after_minutes AS buffer, s.approval FROM services s JOIN listings l ON l.id = s.listing_id WHERE l.slug IN ('cut', 'colour') ORDER BY l.slug")).toEqual([
    { slug: 'colour', minutes: 90, buffer: 15, approval: 1 },
    { slug: 'cut', minutes: 45, buffer: 10, approval: 0 },
  ])
  expect(rows("SELECT u.email FROM users u WHERE u.email_verified_at IS NULL")).toEqual([])
  const people = rows<{ email: string }>('SELECT email FROM users').map(({ email }) => email)
  expect(people).toEqual(expect.arrayContaining(['admin@guildhall.test', 'agent@guildhall.test', 'ana@example.test', 'owner@harbour-salon.test', 'manager@harbour-salon.test', 'duarte@harbour-salon.test']))
  const states = rows<{ status: string }>("SELECT DISTINCT k.status FROM bookings k JOIN businesses b ON b.id = k.business_id WHERE b.slug = 'harbour-salon'").map(({ status }) => status)
  expect(states.sort()).toEqual(['cancelled', 'completed', 'confirmed', 'declined', 'expired', 'no_show', 'pending'])
  expect(rows("SELECT 1 FROM change_requests WHERE status = 'open'")).toHaveLength(1)
})

test('the news of two days has been told, and nobody is sent a mail about what was', () => {
  seedTown(theMorning, 'hash')
  expect(rows('SELECT 1 FROM events WHERE fanned_out_at IS NULL')).toEqual([])
  expect(rows("SELECT 1 FROM mails WHERE status <> 'sent'")).toEqual([])
  expect(rows('SELECT 1 FROM reminders WHERE sent_at IS NULL AND dropped_at IS NULL AND due_at <= ?', theMorning)).toEqual([])
  expect(rows('SELECT 1 FROM reminders WHERE sent_at IS NULL AND dropped_at IS NULL').length).toBeGreaterThan(20)
  const told = rows<{ n: number }>("SELECT count(*) AS n FROM notifications n JOIN users u ON u.id = n.user_id WHERE u.email = 'owner@harbour-salon.test' AND n.read_at IS NULL")
  expect(told[0]?.n).toBeGreaterThan(3)
})

// A day off of the salon, the nights on which Lisbon's clocks change, the last minutes of a year, a leap day.
test.each(['2026-11-01T12:00:00Z', '2026-11-02T08:00:00Z', '2026-10-25T00:30:00Z', '2027-03-28T00:59:00Z', '2026-12-31T23:58:00Z', '2028-02-29T05:00:00Z'])(
  'at %s it can be set up, with a day to look at and nothing taken twice',
  (now) => {
    const at = Date.parse(now)
    seedTown(at, 'hash')
    expect(rows(overlaps)).toEqual([])
    expect(rows('SELECT 1 FROM bookings WHERE placed_at > ?', at)).toEqual([])
    expect(rows("SELECT 1 FROM bookings WHERE status IN ('completed', 'no_show') AND starts_at > ?", at)).toEqual([])
    expect(rows("SELECT 1 FROM bookings WHERE status = 'pending' AND answer_by <= ?", at)).toEqual([])
    const around = rows("SELECT 1 FROM bookings k JOIN businesses b ON b.id = k.business_id WHERE b.slug = 'harbour-salon' AND k.starts_at BETWEEN ? AND ?", at - 86_400_000, at + 86_400_000)
    expect(around.length).toBeGreaterThan(1)
  },
)
