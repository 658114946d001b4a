import { subscribedCalendar, type IcalEvent } from '~/kernel/icalendar'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { i18nFor } from '~/platform/words/i18n'
import { blocksBetween, placesOf, resourceOfOwner, resourcesOfPeople, type Block } from '../allocation/index.server'
import { staffOf, storesOf } from '../businesses/index.server'
import { userById } from '../identity/index.server'
import { entriesBetween, type Entry } from './calendar.server'
import type { OpenFeed } from './calendar-feeds.server'
import { importedTimes, type ImportedTime } from './imported.server'
import { sessionLines, sessionPath, takenWords, waitsForPeople, type SessionLine } from './session-lines.server'

const daysBack = 31
const daysAhead = 365

/**
 * What a calendar program is given at a feed's address (RFC 5545): bookings, sessions, blocked times and what other channels sold, from a month back to a year ahead, by the
 * business's days. Each keeps its UID for ever, and its SEQUENCE rises with its booking's changes. Nothing of a customer is in it but the
 * name that the dashboard's calendar shows.
 */
export function calendarFeedFile(db: Db, feed: OpenFeed, now: number): string {
  const { business, staffId } = feed
  const i18n = i18nFor(userById(db, feed.userId)?.language ?? business.language)
  const today = localDateOf(now, business.timeZone)
  const [from, to] = [startOfDay(addDays(today, -daysBack), business.timeZone), startOfDay(addDays(today, daysAhead + 1), business.timeZone)]
  const people = new Map(staffOf(db, business.id).map(({ id, name }) => [id, name]))
  const person = staffId === null ? null : people.get(staffId)
  const owners = ownersOf(db, feed, people)
  const shown = { i18n, business, everybody: staffId === null, people, stores: new Map(storesOf(db, business.id).map(({ id, name }) => [id, name])) }
  // Held is not booked yet: a program that asks once an hour would show it long after it was let go.
  const entries = entriesBetween(db, business.id, from, to, { staffId }).filter(({ status }) => status !== 'held')
  const sessions = sessionLines(db, business.id, { from, to, now }, { staffId })
  const blocks = blocksBetween(db, business.id, from, to).filter(({ resourceId }) => staffId === null || owners.has(resourceId))
  const elsewhere = staffId === null ? importedTimes(db, business, { start: from, end: to }) : []
  const name = person ? i18n.t('{person} at {business}', { person, business: business.name }) : business.name
  return subscribedCalendar({ name, zone: business.timeZone, stamp: now }, [
    ...entries.map((entry) => bookingEvent(shown, entry)),
    ...sessions.map((session) => sessionEvent(shown, session)),
    ...blocks.map((block) => blockEvent(shown, block, owners.get(block.resourceId))),
    ...elsewhere.map((time) => importedEvent(shown, time)),
  ])
}

interface Shown {
  readonly i18n: ReturnType<typeof i18nFor>
  readonly business: OpenFeed['business']
  readonly everybody: boolean
  readonly people: ReadonlyMap<string, string>
  readonly stores: ReadonlyMap<string, string>
}

function bookingEvent({ i18n, business, everybody, people, stores }: Shown, entry: Entry): IcalEvent {
  const who = entry.attendeeName ?? entry.contactName
  const person = entry.staffId === null ? undefined : people.get(entry.staffId)
  const pending = entry.status === 'pending'
  const link = `${env().APP_URL}/dashboard/${business.slug}/bookings/${entry.reference}`
  return {
    uid: `${entry.itemId}@guildhall`,
    sequence: entry.sequence,
    start: entry.startsAt,
    end: entry.endsAt,
    summary: [entry.title, who, everybody && person].filter(Boolean).join(' · '),
    description: [pending && i18n.t('Needs an answer'), entry.reference, link].filter(Boolean).join('\n'),
    location: stores.get(entry.storeId),
    url: link,
    status: pending ? 'TENTATIVE' : 'CONFIRMED',
  }
}

function sessionEvent({ i18n, business, everybody, people, stores }: Shown, session: SessionLine): IcalEvent {
  const link = `${env().APP_URL}/dashboard/${business.slug}${sessionPath(session)}`
  const person = session.staffId === null ? undefined : people.get(session.staffId)
  return {
    uid: `${session.id}@guildhall`,
    sequence: session.sequence,
    start: session.startsAt,
    end: session.endsAt,
    summary: [session.title, takenWords(i18n, session), everybody && person].filter(Boolean).join(' · '),
    description: link,
    location: stores.get(session.storeId),
    url: link,
    status: waitsForPeople(session) ? 'TENTATIVE' : 'CONFIRMED',
  }
}

function blockEvent({ i18n, everybody }: Shown, block: Block, owner: string | undefined): IcalEvent {
  return {
    uid: `${block.id}@guildhall`,
    // A block is never changed: it is made, and freed.
    sequence: 0,
    start: block.startsAt,
    end: block.endsAt,
    summary: [i18n.t('Blocked'), block.reason, everybody && owner].filter(Boolean).join(' · '),
    status: 'CONFIRMED',
  }
}

function importedEvent({ i18n }: Shown, { id, sequence, startsAt, endsAt, channel, listing, href }: ImportedTime): IcalEvent {
  const link = `${env().APP_URL}${href}`
  return { uid: `${id}@guildhall`, sequence, start: startsAt, end: endsAt, summary: [i18n.t('Sold elsewhere'), channel, listing].join(' · '), description: link, url: link, status: 'CONFIRMED' }
}

/** The names of whom or what a block takes out, by resource: of one person's diary themselves alone. */
function ownersOf(db: Db, { business, staffId }: OpenFeed, people: ReadonlyMap<string, string>): Map<string, string> {
  if (staffId !== null) {
    const own = resourceOfOwner(db, business.id, 'person', staffId)
    return new Map(own ? [[own.id, own.name]] : [])
  }
  const persons = [...resourcesOfPeople(db, business.id)].map(([id, resourceId]) => [resourceId, people.get(id) ?? ''] as const)
  return new Map([...persons, ...placesOf(db, business.id).map(({ id, name }) => [id, name] as const)])
}
