import { day, minute } from '~/kernel/time'
import { ok, refuse, type Result } from '~/kernel/result'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { fetchOutside, type Fetched, type FetchRefusal } from '~/platform/fetch-outside.server'
import { announce } from '~/platform/outbox/announce.server'
import { readIcalendar, type CalendarRefusal, type ReadCalendar } from '~/platform/read-icalendar.server'
import { jobCtx } from '../businesses/index.server'
import { channelFailing } from './events'
import { exchangedListing } from './exchanged.server'
import { feedById, type Feed, type FeedOutcome } from './feeds.server'
import { afterFailure, isFailingLong } from './model/next-time'
import { takeOver } from './take-over.server'

interface Round {
  readonly now: number
  /** How many feeds at most. */
  readonly atMost: number
  readonly fetch?: typeof fetchOutside
}

const every = 15 * minute
// What is not asked about whole is known by its dates alone, and those move into the window day by day.
const wholeEvery = day
const [behind, ahead] = [31 * day, 731 * day]
const sideBySide = 10
const accept = 'text/calendar, text/plain;q=0.5, */*;q=0.1'

/**
 * Asks for the calendars that are due and takes over what they say, each in a transaction of its own and with none open while it is waited
 * for. One that fails is asked less and less often, and what it has taken stays taken. Answers how many were asked for.
 */
export async function fetchDueFeeds({ now, atMost, fetch = fetchOutside }: Round): Promise<number> {
  const due = takeDue(now, atMost)
  const waiting = [...due]
  const work = async () => {
    for (let feed = waiting.shift(); feed; feed = waiting.shift()) await ask(feed, now, fetch)
  }
  await Promise.all(Array.from({ length: sideBySide }, work))
  return due.length
}

// Due again before they are asked for: one that ends this process does not keep the next round from the others.
function takeDue(now: number, atMost: number): Feed[] {
  return transact((db) => {
    const due = dueRows(db).all({ now, atMost })
    for (const { id } of due) takeUp(db).run({ id, now, next: now + every })
    return due.flatMap(({ id, businessId }) => feedById(db, businessId, id) ?? [])
  })
}

async function ask(feed: Feed, now: number, fetch: typeof fetchOutside): Promise<void> {
  const zone = read((db) => exchangedListing(db, feed.businessId, feed.listingId)?.timeZone ?? null)
  const version = feed.readAt !== null && now - feed.readAt < wholeEvery ? { etag: feed.etag, lastModified: feed.lastModified } : {}
  const answer = zone === null ? refuse({ kind: 'no-listing' } as const) : understood(await fetch(feed.address, { accept, ...version }), now, zone)
  transact((db) => conclude(db, feed, answer, now))
}

interface Understood {
  readonly fetched: Fetched
  /** Null where it has not changed. */
  readonly calendar: ReadCalendar | null
}

type Answer = Result<Understood, FetchRefusal | CalendarRefusal | { readonly kind: 'no-listing' }>

function understood(fetched: Result<Fetched, FetchRefusal>, now: number, zone: string): Answer {
  if (!fetched.ok) return fetched
  if (fetched.value.kind === 'unchanged') return ok({ fetched: fetched.value, calendar: null })
  const calendar = readIcalendar(fetched.value.text, { from: now - behind, to: now + ahead, zone })
  return calendar.ok ? ok({ fetched: fetched.value, calendar: calendar.value }) : calendar
}

function conclude(db: Db, asked: Feed, answer: Answer, now: number): void {
  const feed = feedById(db, asked.businessId, asked.id)
  // Removed, paused or pointed elsewhere while it was waited for.
  if (!feed || feed.pausedAt !== null || feed.address !== asked.address) return
  if (!answer.ok) return noteFailure(db, feed, answer.refusal, now)
  const { fetched, calendar } = answer.value
  const listing = exchangedListing(db, feed.businessId, feed.listingId)
  if (calendar && listing) takeOver(jobCtx(db, 'fetch channels', now, feed.businessId), feed, listing, calendar)
  noteSuccess(db).run({
    id: feed.id, now, next: now + every, outcome: fetched.kind,
    readAt: calendar ? now : feed.readAt,
    entries: calendar ? calendar.entries.length : feed.entries,
    unreadable: calendar ? calendar.unreadable.length : feed.unreadable,
    etag: fetched.kind === 'read' ? fetched.etag : feed.etag,
    lastModified: fetched.kind === 'read' ? fetched.lastModified : feed.lastModified,
  })
}

function noteFailure(db: Db, feed: Feed, refusal: Exclude<Answer, { ok: true }>['refusal'], now: number): void {
  const failures = feed.failures + 1
  const since = feed.failingSince ?? now
  const tell = feed.toldAt === null && isFailingLong(since, now)
  const status = refusal.kind === 'status' ? refusal.status : null
  noteFailed(db).run({ id: feed.id, outcome: refusal.kind, status, failures, since, next: now + afterFailure(failures), told: tell ? now : feed.toldAt })
  if (!tell) return
  const ctx = jobCtx(db, 'fetch channels', now, feed.businessId)
  announce(db, ctx, channelFailing, { businessId: feed.businessId, subject: feed.id, payload: { feedId: feed.id, since } })
}

/** Exported for the test of its plan. */
export const dueSql = 'SELECT id, business_id AS businessId FROM channel_feeds WHERE due_at <= @now ORDER BY due_at LIMIT @atMost'

const dueRows = prepared((db) => db.$client.prepare<{ now: number; atMost: number }, { id: string; businessId: string }>(dueSql))

const takeUp = prepared((db) => db.$client.prepare<{ id: string; now: number; next: number }>('UPDATE channel_feeds SET asked_at = @now, due_at = @next WHERE id = @id'))

interface Success {
  readonly id: string
  readonly now: number
  readonly next: number
  readonly outcome: FeedOutcome
  readonly readAt: number | null
  readonly entries: number
  readonly unreadable: number
  readonly etag: string | null
  readonly lastModified: string | null
}

const noteSuccess = prepared((db) =>
  db.$client.prepare<Success>(
    `UPDATE channel_feeds SET outcome = @outcome, status = NULL, due_at = @next, read_at = @readAt, entries = @entries, unreadable = @unreadable, etag = @etag,
       last_modified = @lastModified, failures = 0, failing_since = NULL, told_at = NULL WHERE id = @id`,
  ),
)

const noteFailed = prepared((db) =>
  db.$client.prepare<{ id: string; outcome: FeedOutcome; status: number | null; failures: number; since: number; next: number; told: number | null }>(
    `UPDATE channel_feeds SET outcome = @outcome, status = @status, failures = @failures, failing_since = @since, due_at = @next, told_at = @told WHERE id = @id`,
  ),
)
