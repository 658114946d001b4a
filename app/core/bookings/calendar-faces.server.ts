import { formatDay, formatTime as formatClock, instantText } from '~/kernel/format'
import { formatTime, hour, localDateOf, resolve, wallClock, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { placesOf, resourcesOfPeople, type Block } from '../allocation/index.server'
import { staffOf } from '../businesses/index.server'
import type { CellEntry, Narrowed } from './calendar.server'
import type { CalendarAddress } from './calendar-address'
import { tradeNames } from './trade-words.server'

/** What a calendar says of one thing, wherever it stands. */
export interface Face {
  readonly key: string
  readonly href: string
  readonly dateTime: string
  readonly startsAt: number
  readonly endsAt: number
  readonly domain: string
  readonly kind: string
  readonly title: string
  readonly detail?: string
  readonly pending?: boolean
}

/** Who looks, at what, and the names of what there is: read once for a page. */
export interface Looking {
  readonly ctx: MemberCtx
  readonly base: string
  readonly zone: string
  readonly address: CalendarAddress
  readonly narrowed: Narrowed
  readonly trades: Readonly<Record<string, string>>
  readonly people: ReadonlyMap<string, string>
  /** Of people and places, by their resources. */
  readonly owners: ReadonlyMap<string, string>
  /** The one resource whose blocked times are shown; null for all. */
  readonly resourceId: string | null
}

export function looking(db: Db, ctx: MemberCtx, address: CalendarAddress, zone: string): Looking {
  const people = new Map(staffOf(db, ctx.businessId).map(({ id, name }) => [id, name]))
  const resources = resourcesOfPeople(db, ctx.businessId)
  const persons = [...resources].map(([id, resourceId]) => [resourceId, people.get(id) ?? ''] as const)
  return {
    ctx,
    zone,
    address,
    people,
    base: `/dashboard/${ctx.business.slug}`,
    trades: tradeNames(ctx),
    narrowed: { staffId: address.staff || null, storeId: address.store || null, domain: address.domain || null },
    owners: new Map([...persons, ...placesOf(db, ctx.businessId).map(({ id, name }) => [id, name] as const)]),
    resourceId: address.staff === '' ? null : (resources.get(address.staff) ?? 'none'),
  }
}

/** A day or more: it stands above the hours, as a bar across its days. */
export function isLong({ startsAt, endsAt }: { readonly startsAt: number; readonly endsAt: number }): boolean {
  return endsAt - startsAt >= 24 * hour
}

export function entryFace({ ctx, base, trades, people, address }: Looking, entry: CellEntry, places: readonly string[] = []): Face {
  const trade = trades[entry.domain] ?? entry.domain
  const pending = entry.status === 'pending'
  const person = entry.staffId === null || address.staff !== '' || address.view === 'day' ? undefined : people.get(entry.staffId)
  return {
    key: entry.itemId,
    href: `${base}/bookings/${entry.reference}`,
    dateTime: instantText(entry.startsAt),
    startsAt: entry.startsAt,
    endsAt: entry.endsAt,
    domain: entry.domain,
    kind: pending ? ctx.i18n.t('{trade}, needs an answer', { trade }) : trade,
    title: entry.title,
    detail: [entry.attendeeName ?? entry.contactName, person, ...places].filter(Boolean).join(' · '),
    pending,
  }
}

export function blockFace({ ctx, base, owners, address }: Looking, block: Block): Face {
  return {
    key: block.id,
    href: `${base}/blocks/${block.id}/removal`,
    dateTime: instantText(block.startsAt),
    startsAt: block.startsAt,
    endsAt: block.endsAt,
    domain: 'blocked',
    kind: ctx.i18n.t('Blocked'),
    title: block.reason ?? ctx.i18n.t('Blocked'),
    detail: address.view === 'day' ? undefined : owners.get(block.resourceId),
  }
}

/** "09:30" on the wall. */
export function clockOf(at: number, zone: string): string {
  return formatTime(wallClock(at, zone).minute)
}

/** From when to when a bar lasts: "Mon 2 Nov – Thu 5 Nov". */
export function spanWords({ ctx, zone }: Looking, { startsAt, endsAt }: Face): string {
  const day = (at: number) => formatDay(ctx.i18n.locale, localDateOf(at, zone), 'short')
  return `${day(startsAt)} – ${day(endsAt - 1)}`
}

/** The same as one of its days says it: on the last, when it ends. */
export function spanOnDay(looking: Looking, face: Face, date: LocalDate): string {
  const { ctx, zone } = looking
  return localDateOf(face.endsAt - 1, zone) === date && localDateOf(face.startsAt, zone) < date ? ctx.i18n.t('until {time}', { time: formatClock(ctx.i18n.locale, zone, face.endsAt) }) : spanWords(looking, face)
}

/** Where an empty day leads: to the day, with its morning (or what is left of today) to book or block; null for a day that is over. */
export function emptyDay({ ctx, base, zone, address }: Looking, date: LocalDate): { href: string; label: string } | null {
  const today = localDateOf(ctx.now, zone)
  if (date < today) return null
  const at = date === today ? Math.ceil(ctx.now / hour) * hour : resolve(date, 9 * 60, zone)
  const query = new URLSearchParams({ view: 'day', date, ...(address.staff && { who: address.staff }), at: instantText(at) })
  return { href: `${base}/calendar?${query}#block`, label: ctx.i18n.t('{day} free: book or block', { day: formatDay(ctx.i18n.locale, date, 'short') }) }
}
