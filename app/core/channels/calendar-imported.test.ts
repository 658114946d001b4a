import { beforeEach, expect, test } from 'vitest'
import { calendarPage } from '~/core/bookings/calendar-days.server'
import { calendarFeedFile } from '~/core/bookings/calendar-feed-file.server'
import type { CalendarView } from '~/core/bookings/calendar-address'
import type { BusinessCtx } from '~/kernel/ctx'
import { read } from '~/platform/database.server'
import { planOf } from '../../../tests/load/plans'
import { lodging, stay } from '../../../tests/world/channels'
import type { FrontDesk } from '../../../tests/world/front-desk'
import { theMorning, withDatabase } from '../../../tests/world/world'
import { exchangedListing } from './exchanged.server'
import { feedById } from './feeds.server'
import { importedSql } from './imported-times.server'
import channels from './module.server'
import { addFeed, removeFeed } from './save-feed.server'
import { takeOver } from './take-over.server'

withDatabase()

let desk: FrontDesk
let feedId: string
// Three nights from 10 to 13 November, sold by another channel.
beforeEach(() => {
  desk = lodging()
  channels.install()
  const added = addFeed(desk.ctx, desk.colour.id, { name: 'Airbnb', address: 'https://calendars.example/1.ics' })
  if (!added.ok) throw new Error(added.refusal.kind)
  feedId = added.value
  const [feed, listing] = read((db) => [feedById(db, desk.ctx.businessId, feedId), exchangedListing(db, desk.ctx.businessId, desk.colour.id)])
  if (!feed || !listing) throw new Error('Nothing to exchange')
  takeOver(desk.ctx, feed, listing, { entries: [stay('a', '2026-11-10', '2026-11-13')], unreadable: [] })
})

const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
const page = (view: CalendarView, more = {}, may = true) => {
  const member = { ...desk.ctx.member!, may: (permission: `${string}.${string}`) => may && desk.ctx.member!.may(permission) }
  const ctx = { ...desk.ctx, member, account } as BusinessCtx & { member: typeof member; account: typeof account }
  return read((db) => calendarPage(db, ctx, { date: '2026-11-11', staff: '', store: '', domain: '', ...more, view }))
}
const barsOf = (more = {}) => {
  const month = page('month', more)
  return month.view === 'month' ? month.weeks.flatMap(({ days }) => days).flatMap(({ date, lanes }) => lanes.flatMap((bar) => (bar ? [{ date, ...bar }] : []))) : []
}

test('nights that another channel sold are a blocked bar with its name, up to the night before departure (the agenda tells that day too), and lead to its page', () => {
  expect(barsOf().map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12'])
  expect(barsOf()[0]).toMatchObject({ domain: 'blocked', kind: 'Sold elsewhere', title: 'Airbnb', detail: desk.colour.title, days: 3, href: `/dashboard/${desk.ctx.business.slug}/channels/calendars/${feedId}` })
  for (const view of ['week', 'day'] as const) expect(page(view)).toMatchObject({ bars: [{ title: 'Airbnb' }] })
  const agenda = page('agenda', { date: '2026-11-12' })
  expect(agenda.view === 'agenda' && agenda.days.map(({ entries }) => entries.length)).toEqual([1, 1, 0, 0, 0, 0, 0])
})

test('one person’s diary, another trade and another store do not show it, and whoever may not open its page is led to its day', () => {
  expect(barsOf({ domain: 'appointments' })).toHaveLength(3)
  for (const narrowed of [{ staff: desk.marta }, { domain: 'events' }, { store: 'another' }]) expect(barsOf(narrowed)).toEqual([])
  const month = page('month', {}, false)
  expect(month.view === 'month' && month.weeks.flatMap(({ days }) => days).flatMap(({ lanes }) => lanes)[0]?.href).toMatch(/calendar\?date=2026-11-10&view=day$/)
})

test('a calendar program is told of it in the feed of the whole business, in nobody’s own, and no more once the calendar is removed', () => {
  const { business, actor } = desk.ctx
  const feedOf = (staffId: string | null) => read((db) => calendarFeedFile(db, { business, staffId, userId: actor.kind === 'user' ? actor.id : '' } as Parameters<typeof calendarFeedFile>[1], theMorning))
  expect(feedOf(null)).toContain('SUMMARY:Sold elsewhere · Airbnb')
  expect(feedOf(desk.marta)).not.toContain('Airbnb')
  removeFeed(desk.ctx, feedId)
  expect(feedOf(null)).not.toContain('Airbnb')
  expect(barsOf()).toEqual([])
})

test('it is found by the calendars of the business and the entries of each', () => {
  expect(planOf(importedSql)).toMatch(/SEARCH f USING INDEX channel_feeds_by_listing \(business_id=\?\)\nSEARCH e USING INDEX channel_entries_by_feed \(feed_id=\? AND ends_at>\?\)/)
})
