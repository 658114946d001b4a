import { beforeEach, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day, formatInstant, hour, minute } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import type { fetchOutside, Version } from '~/platform/fetch-outside.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import { feedFor, feedNow, lodging } from '../../../tests/world/channels'
import type { FrontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { fetchDueFeeds } from './fetch-feeds.server'
import { askNow, changeFeed, pauseFeed, removeFeed } from './save-feed.server'
import { channelSubscribers } from './subscribers.server'

withDatabase()

let desk: FrontDesk
beforeEach(() => {
  desk = lodging()
  installSubscribers(channelSubscribers)
})

const feed = (name?: string, ctx?: BusinessCtx) => feedFor(desk, name, ctx)
const again = (id: string) => feedNow(desk, id)

const taken = () =>
  rows<{ from: number; to: number }>("SELECT starts_at AS 'from', ends_at AS 'to' FROM allocations WHERE kind = 'import' AND released_at IS NULL ORDER BY starts_at").map(({ from, to }) =>
    [from, to].map((at) => formatInstant(at).slice(0, 13)).join(' '),
  )
const mails = () => rows<{ recipient: string; subject: string; template: string }>('SELECT "to" AS recipient, subject, template FROM mails WHERE template LIKE \'channel-%\' ORDER BY id')
const notices = () => rows<{ kind: string }>("SELECT kind FROM notifications WHERE kind LIKE 'channel-%'").map(({ kind }) => kind)
function drain(now = theMorning): void {
  while (fanOut(now) + deliverDue(now).delivered > 0);
}

type Answer = Awaited<ReturnType<typeof fetchOutside>>
const file = (...entries: readonly (readonly [uid: string, from: string, to: string])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries.flatMap(([uid, from, to]) => ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${to.replaceAll('-', '')}`, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
const says = (text: string, version: Partial<Version> = {}): Answer => ({ ok: true, value: { kind: 'read', text, etag: null, lastModified: null, ...version } })

/** A round of the job with somebody else's server played: answers what it was asked with. */
async function round(now: number, answer: Answer) {
  const asked: (string | null | undefined)[] = []
  const count = await fetchDueFeeds({
    now,
    atMost: 50,
    fetch: async (_address, { etag }) => {
      asked.push(etag)
      return answer
    },
  })
  return { count, asked }
}

test('a calendar is asked for at once, then every quarter of an hour, with what it said of its version, and whole once a day', async () => {
  const one = feed()
  const text = file(['a', '2026-11-10', '2026-11-13'])
  expect(await round(theMorning, says(text, { etag: '"1"' }))).toEqual({ count: 1, asked: [undefined] })
  expect(again(one.id)).toMatchObject({ outcome: 'read', entries: 1, unreadable: 0, askedAt: theMorning, readAt: theMorning, dueAt: theMorning + 15 * minute })
  expect(await round(theMorning + 14 * minute, says(text))).toMatchObject({ count: 0 })
  expect(await round(theMorning + 15 * minute, { ok: true, value: { kind: 'unchanged' } })).toEqual({ count: 1, asked: ['"1"'] })
  expect(again(one.id)).toMatchObject({ outcome: 'unchanged', entries: 1, etag: '"1"', readAt: theMorning })
  expect(taken()).toHaveLength(1)
  expect((await round(theMorning + day, says(text, { etag: '"1"' }))).asked).toEqual([undefined])
})

test.each([
  ['status', { ok: false, refusal: { kind: 'status', status: 503 } } as Answer, 503],
  ['too-slow', { ok: false, refusal: { kind: 'too-slow' } } as Answer, null],
  ['no-calendar', says('<!doctype html><title>Log in</title>'), null],
  ['no-calendar', says(file(['a', '2026-11-10', '2026-11-13']).slice(0, 60)), null],
])('a calendar that fails (%s) keeps what it took, and is asked less and less often', async (outcome, answer, status) => {
  const one = feed()
  await round(theMorning, says(file(['a', '2026-11-10', '2026-11-13'])))
  const waits: number[] = []
  let now = theMorning + 15 * minute
  for (let failures = 1; failures <= 7; failures += 1) {
    await round(now, answer)
    const { dueAt } = again(one.id)
    waits.push(((dueAt ?? 0) - now) / minute)
    now = dueAt ?? 0
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360])
  expect(again(one.id)).toMatchObject({ outcome, status, failures: 7, failingSince: theMorning + 15 * minute, readAt: theMorning })
  expect(taken()).toHaveLength(1)
  await round(now, says(file()))
  expect(again(one.id)).toMatchObject({ outcome: 'read', status: null, failures: 0, failingSince: null, toldAt: null })
  expect(taken()).toEqual([])
})

test('whoever looks after calendars is told once when one has failed for a day, and again only after it had been well', async () => {
  feed('Booking.com')
  const gone: Answer = { ok: false, refusal: { kind: 'status', status: 410 } }
  const failFor = async (from: number, to: number) => {
    for (let now = from; now <= to; now += 6 * hour) {
      await round(now, gone)
      drain(now)
    }
  }
  await failFor(theMorning, theMorning + 23 * hour)
  expect(mails()).toEqual([])
  await failFor(theMorning + day, theMorning + 3 * day)
  expect(mails().map(({ subject }) => subject)).toEqual(['The calendar of Booking.com cannot be read: Colour'])
  expect(notices()).toEqual(['channel-failing'])
  await round(theMorning + 4 * day, says(file()))
  await failFor(theMorning + 5 * day, theMorning + 7 * day)
  expect(mails()).toHaveLength(2)
})

test('a calendar that was removed, paused or pointed elsewhere while it was waited for takes nothing over', async () => {
  const acts: readonly ((id: string) => unknown)[] = [
    (id) => removeFeed(desk.ctx, id),
    (id) => pauseFeed(desk.ctx, id),
    (id) => changeFeed(desk.ctx, id, { name: 'Other', address: `https://other.example/${id}` }),
  ]
  for (const act of acts) {
    const one = feed()
    const answer = says(file(['a', '2026-11-10', '2026-11-13']))
    await fetchDueFeeds({ now: theMorning, atMost: 1, fetch: async () => (act(one.id), answer) })
    expect(taken()).toEqual([])
    change('UPDATE channel_feeds SET due_at = NULL')
  }
})

test('one that ends the process does not come first in the next round', async () => {
  const poison = feed('Poison')
  await expect(fetchDueFeeds({ now: theMorning, atMost: 1, fetch: () => Promise.reject(new Error('out of memory')) })).rejects.toThrow('out of memory')
  expect(again(poison.id).dueAt).toBe(theMorning + 15 * minute)
})

test('no transaction is open while a calendar is waited for', async () => {
  feed()
  feed('Vrbo')
  let waiting = 0
  await fetchDueFeeds({
    now: theMorning,
    atMost: 10,
    fetch: async () => {
      waiting += 1
      expect(transact((db) => db.$client.inTransaction)).toBe(true)
      return says(file([`a${waiting}`, '2026-11-10', '2026-11-13']))
    },
  })
  expect([waiting, taken().length]).toEqual([2, 2])
})

test('asking at once is held back after six times in an hour', () => {
  const one = feed()
  const answers = Array.from({ length: 7 }, () => askNow(desk.ctx, one.id))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false])
  expect(answers.at(-1)).toMatchObject({ refusal: { kind: 'too-often' } })
})
