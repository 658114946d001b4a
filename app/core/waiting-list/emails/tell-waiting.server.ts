import type { I18n } from '@lingui/core'
import { createElement } from 'react'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime, formatMoney, zonePlace } from '~/kernel/format'
import { hour } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { describePlaces, type DescribedPlaces } from '../../bookings/index.server'
import { businessById } from '../../businesses/index.server'
import { entryPath, placeInLine, type WaitingEntry } from '../entries.server'
import { sessionById } from '../../sessions/index.server'
import { waitedSession, type WaitedSession } from '../waited-session.server'
import { WaitingMail } from './waiting-mail'

/** Tells somebody that they stand in the line, and how to leave it; once for each entry. */
export function tellJoined(db: Db, ctx: BusinessCtx, entry: WaitingEntry): void {
  writeJoined(db, ctx, entry, `waiting:${entry.id}:joined`)
}

/** Offers somebody their places, with the time until when they are kept. */
export function tellOffered(db: Db, ctx: BusinessCtx, entry: WaitingEntry): void {
  writeOffered(db, ctx, entry, `waiting:${entry.id}:offered:${entry.offeredAt}`)
}

/** Sends whoever asks to wait for what they wait for already the link to it again; once an hour, however often it is asked. */
export function tellAgain(db: Db, ctx: BusinessCtx, entry: WaitingEntry): void {
  const write = entry.status === 'offered' ? writeOffered : writeJoined
  write(db, ctx, entry, `waiting:${entry.id}:again:${Math.floor(ctx.now / hour)}`)
}

function writeJoined(db: Db, ctx: BusinessCtx, entry: WaitingEntry, key: string): void {
  tell(db, ctx, entry, key, (i18n, { what, start, name }) => ({
    template: 'waiting-joined',
    subject: i18n.t('On the waiting list: {what}, {start}', { what, start }),
    title: i18n.t('You are on the waiting list'),
    lead: i18n.t('Dear {name}, it is sold out. When places become free we ask those who wait, in the order in which they came. {before, plural, =0 {Nobody is before you.} one {# entry is before yours.} other {# entries are before yours.}}', { name, before: placeInLine(db, entry) }),
    link: i18n.t('See or leave the waiting list'),
  }))
}

function writeOffered(db: Db, ctx: BusinessCtx, entry: WaitingEntry, key: string): void {
  tell(db, ctx, entry, key, (i18n, { what, start, name, until }) => ({
    template: 'waiting-offered',
    subject: i18n.t('Yours until {until}: {what}, {start}', { until, what, start }),
    title: i18n.t('{quantity, plural, one {A place is} other {# places are}} kept for you', { quantity: entry.quantity }),
    lead: i18n.t('Dear {name}, what you waited for has become free. It is kept for you until {until}, and nobody else can have it. Accept it, or let the next have it.', { name, until }),
    link: i18n.t('Accept or decline'),
  }))
}

/** Tells somebody that their offer has run out. */
export function tellLapsed(db: Db, ctx: BusinessCtx, entry: WaitingEntry): void {
  tell(db, ctx, entry, `waiting:${entry.id}:lapsed`, (i18n, { what, start, name }) => ({
    template: 'waiting-lapsed',
    subject: i18n.t('No longer kept: {what}, {start}', { what, start }),
    title: i18n.t('Your offer has run out'),
    lead: i18n.t('Dear {name}, nobody took the places that were kept for you, so the next is asked. Nothing is owed.', { name }),
    link: null,
  }))
}

/** Tells somebody that what they waited for does not take place; once for each entry. */
export function tellCalledOff(db: Db, ctx: BusinessCtx, entry: WaitingEntry): void {
  tell(db, ctx, entry, `waiting:${entry.id}:called-off`, (i18n, { what, start, name }) => ({
    template: 'waiting-called-off',
    subject: i18n.t('Called off: {what}, {start}', { what, start }),
    title: i18n.t('What you waited for is called off'),
    lead: i18n.t('Dear {name}, it does not take place, and the waiting list is closed. Nothing is owed, and there is nothing that you need do.', { name }),
    link: null,
    reason: sessionById(db, ctx.businessId, entry.sessionId)?.reason ?? null,
  }))
}

interface Values {
  readonly what: string
  readonly start: string
  readonly name: string
  readonly until: string
}

interface Words {
  readonly template: string
  readonly subject: string
  readonly title: string
  readonly lead: string
  readonly link: string | null
  /** Why, in the business's own words. */
  readonly reason?: string | null
}

function tell(db: Db, ctx: BusinessCtx, entry: WaitingEntry, key: string, words: (i18n: I18n, values: Values) => Words): void {
  const i18n = i18nFor(entry.language)
  const session = waitedSession(db, ctx.businessId, entry.sessionId)
  const business = businessById(db, ctx.businessId)
  if (!session || !business) return
  const start = formatDateTime(i18n.locale, session.timeZone, session.startsAt)
  const until = entry.offerUntil === null ? '' : formatDateTime(i18n.locale, session.timeZone, entry.offerUntil)
  const { template, subject, title, lead, link, reason } = words(i18n, { what: session.title, start, name: entry.contactName, until })
  const content = renderMail(
    i18n,
    createElement(WaitingMail, {
      title,
      lead,
      business: business.name,
      facts: [...factsOf(i18n, session, start, entry.quantity, describePlaces(db, { ...ctx, i18n }, entry)), ...(reason ? [{ label: i18n.t('Reason'), value: reason }] : [])],
      link: link === null ? null : { label: link, href: `${env().APP_URL}${entryPath(business.slug, entry)}` },
      why: i18n.t('Sent by {sender}, because you joined the waiting list there.', { sender: business.name }),
    }),
  )
  enqueueMail(db, ctx, { key, businessId: business.id, template, to: entry.contactEmail, subject, ...content, fromName: business.name, replyTo: business.email })
}

function factsOf(i18n: I18n, { title, timeZone }: WaitedSession, start: string, quantity: number, places: DescribedPlaces | null) {
  return [
    { label: i18n.t('What'), value: places ? places.what.join(', ') : title },
    { label: i18n.t('When'), value: i18n.t('{when} ({place} time)', { when: start, place: zonePlace(timeZone) }) },
    { label: i18n.t('People'), value: String(quantity) },
    ...(places ? [{ label: i18n.t('Price'), value: formatMoney(i18n.locale, places.totalMinor, places.currency) }] : []),
  ]
}
