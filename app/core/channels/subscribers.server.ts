import { createElement } from 'react'
import type { I18n } from '@lingui/core'
import type { BusinessFacts, Ctx } from '~/kernel/ctx'
import { formatDateTime, formatRange } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import type { Envelope } from '~/platform/outbox/events'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessFacts, membersWho } from '../businesses/index.server'
import { usersByIds } from '../identity/index.server'
import { listingById } from '../listings/index.server'
import { notify, type NotificationKind, type NotificationParams } from '../notifications/index.server'
import { clashBetween, type Clash } from './clashes.server'
import { ChannelMail, type ChannelMailProps } from './emails/channel-mail'
import { channelClashed, channelFailing } from './events'
import { exchangedListing } from './exchanged.server'
import { feedById, type Feed } from './feeds.server'
import { feedPath } from './paths'
import { nightsWords, outcomeWords, wentWell } from './words'

/** Whoever looks after the calendars is told of what a machine cannot solve; what was solved meanwhile is left untold. */
export const channelSubscribers: readonly Subscriber[] = [
  subscribe({ name: 'channels.tell-clashed', to: channelClashed, run: tellClash }),
  subscribe({ name: 'channels.tell-failing', to: channelFailing, run: tellFailing }),
]

type Words = Pick<ChannelMailProps, 'title' | 'lead' | 'facts' | 'action'> & { readonly subject: string }

interface Told {
  readonly kind: NotificationKind
  readonly business: BusinessFacts
  readonly feed: Feed
  readonly params: NotificationParams
  /** What makes it the same message. */
  readonly key: string
  readonly words: (i18n: I18n) => Words
}

function tellClash(db: Db, { businessId, payload }: Envelope<{ feedId: string; entryId: string; entryVersion: number; bookingId: string }>, ctx: Ctx): void {
  const found = businessId === null ? null : feedOf(db, businessId, payload.feedId)
  const clash = found && clashBetween(db, found.business.id, payload.entryId, payload.entryVersion, payload.bookingId, ctx.now)
  if (!found || !clash) return
  const { booking } = clash
  tell(db, ctx, {
    ...found,
    kind: 'channel-clash',
    params: { what: found.title, channel: found.feed.name, reference: booking.reference, startsAt: String(booking.startsAt), zone: booking.timeZone, business: found.business.name },
    key: `channel-clash:${payload.entryId}:${payload.entryVersion}:${payload.bookingId}`,
    words: (i18n) => clashWords(db, i18n, found, clash),
  })
}

function tellFailing(db: Db, { id, businessId, payload }: Envelope<{ feedId: string; since: number }>, ctx: Ctx): void {
  const found = businessId === null ? null : feedOf(db, businessId, payload.feedId)
  if (!found || wentWell(found.feed.outcome) || found.feed.pausedAt !== null) return
  tell(db, ctx, {
    ...found,
    kind: 'channel-failing',
    params: { what: found.title, channel: found.feed.name, business: found.business.name },
    key: `channel-failing:${id}`,
    words: (i18n) => failingWords(i18n, found, payload.since),
  })
}

interface Found {
  readonly business: BusinessFacts
  readonly feed: Feed
  /** Of the listing. */
  readonly title: string
}

function feedOf(db: Db, businessId: string, feedId: string): Found | null {
  const feed = feedById(db, businessId, feedId)
  const business = businessFacts(db, businessId)
  const listing = feed && listingById(db, businessId, feed.listingId)
  return feed && business && listing ? { business, feed, title: listing.title } : null
}

function clashWords(db: Db, i18n: I18n, { business, feed, title }: Found, { entry, booking }: Clash): Words {
  const listing = exchangedListing(db, business.id, feed.listingId)
  const when = listing ? nightsWords(i18n, listing.datesOf({ start: entry.startsAt, end: entry.endsAt })) : formatRange(i18n.locale, business.timeZone, entry.startsAt, entry.endsAt)
  return {
    subject: i18n.t('Booked twice: {what}, {reference} and {channel}', { what: title, reference: booking.reference, channel: feed.name }),
    title: i18n.t('{what} is booked twice', { what: title }),
    lead: i18n.t('{channel} has an entry for nights that {reference} has here. Both stand until you decide: move or cancel the booking here, or take the entry out there.', { channel: feed.name, reference: booking.reference }),
    facts: [
      { label: i18n.t('Booking'), value: `${booking.reference}, ${formatRange(i18n.locale, booking.timeZone, booking.startsAt, booking.endsAt)}` },
      { label: feed.name, value: entry.summary ? `${entry.summary}, ${when}` : when },
    ],
    action: { label: i18n.t('See what meets what'), href: `${env().APP_URL}${feedPath(business.slug, feed.id)}` },
  }
}

function failingWords(i18n: I18n, { business, feed, title }: Found, since: number): Words {
  return {
    subject: i18n.t('The calendar of {channel} cannot be read: {what}', { channel: feed.name, what: title }),
    title: i18n.t('The calendar of {channel} cannot be read', { channel: feed.name }),
    lead: i18n.t('For a day now we have not learnt what {channel} sold. What we knew before stays taken. We go on trying, and tell you no more of it.', { channel: feed.name }),
    facts: [
      { label: i18n.t('Listing'), value: title },
      { label: i18n.t('Since'), value: formatDateTime(i18n.locale, business.timeZone, since) },
      { label: i18n.t('What happens'), value: outcomeWords(i18n, feed.outcome, feed.status) },
    ],
    action: { label: i18n.t('See the calendar'), href: `${env().APP_URL}${feedPath(business.slug, feed.id)}` },
  }
}

function tell(db: Db, ctx: Ctx, { kind, business, feed, params, key, words }: Told): void {
  const members = membersWho(db, business.id, 'channels.manage').map(({ userId }) => userId)
  for (const { id, email, language } of usersByIds(db, members).values()) {
    const href = feedPath(business.slug, feed.id)
    if (!notify(db, ctx, { userId: id, businessId: business.id, kind, params, href, key: `${key}:${id}` }).email) continue
    const i18n = i18nFor(language ?? business.language)
    const { subject, ...said } = words(i18n)
    const preferences = `${env().APP_URL}/account/notification-preferences`
    const content = renderMail(
      i18n,
      createElement(ChannelMail, {
        ...said,
        business: business.name,
        why: i18n.t('Sent by Guildhall, because you work for {business}.', { business: business.name }),
        stop: { label: i18n.t('Choose what we tell you'), href: preferences },
      }),
    )
    const headers = [{ name: 'List-Unsubscribe', value: `<${preferences}>` }]
    enqueueMail(db, ctx, { key: `${key}:${id}`, businessId: business.id, to: email, template: kind, subject, ...content, fromName: business.name, headers })
  }
}
