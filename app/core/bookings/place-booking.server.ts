import { createHash } from 'node:crypto'
import type { BusinessCtx } from '~/kernel/ctx'
import { reference } from '~/kernel/ids'
import { sumOf } from '~/kernel/money'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { mostOpenBookings } from './limits.server'
import { announce } from '~/platform/outbox/announce.server'
import { contactFor } from '../contacts/index.server'
import { listingById } from '../listings/index.server'
import { policyFor, priceLines, type PriceLine } from '../pricing/index.server'
import { letRunOut } from '../allocation/index.server'
import { openSale } from '../sales/index.server'
import { checkAnswers, insertAnswers, type AnswerRefusal } from './answers.server'
import { claimItem, type ClaimedItem } from './claim-item.server'
import { atOnceOf } from './due-at-once.server'
import { domainOf, type ChoiceRefusal } from './domain.server'
import { bookingPlaced } from './events'
import { insertBooking, insertItem, openBookingsOf } from './rows.server'
import { answerBy, holdGraceMs, type BookingStatus } from './model/states'
import type { BookingOrder } from './order'
import { bookingRefAndHash } from './queries.server'
import { addStep } from './steps.server'

export interface PlacedBooking {
  readonly id: string
  readonly reference: string
  readonly linkVersion: number
  /** Its time is kept until it is paid: the customer goes on to the payment page. */
  readonly held: boolean
}

export type BookingRefusal =
  | ChoiceRefusal
  | AnswerRefusal
  | { readonly kind: 'taken'; readonly item: number; readonly alternatives: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'key-used' }
  | { readonly kind: 'too-many-open'; readonly open: number }

/**
 * Places a booking: claims what its items need, or says what stands in the way and what is free instead. The same key with the same
 * business, choice and contact answers the booking it made before; with others it is refused. `inLine`: it was offered to them, who waited for it.
 */
export function placeBooking(ctx: BusinessCtx, order: BookingOrder, inLine = false): Result<PlacedBooking, BookingRefusal> {
  return transact((db): Result<PlacedBooking, BookingRefusal> => {
    const keyHash = hashOf(ctx.businessId, order)
    const earlier = bookingRefAndHash(db, ctx.businessId, order.key)
    if (earlier) return earlier.keyHash === keyHash ? ok({ ...earlier, held: earlier.status === 'held' }) : refuse({ kind: 'key-used' })

    const items = claimItems(db, ctx, order, inLine)
    if (!items.ok) return items

    const contact = contactFor(db, ctx, { ...order.contact, language: ctx.i18n.locale })
    const open = openBookingsOf(db, contact.id)
    if (order.channel === 'online' && open >= mostOpenBookings()) return refuse({ kind: 'too-many-open', open })

    return ok(writeBooking(db, ctx, order, { keyHash, contactId: contact.id, items: items.value }))
  })
}

/** What a key stands for: business, choice and contact, whatever the order of their fields. */
export function hashOf(businessId: string, { items, contact, note, channel }: BookingOrder): string {
  return createHash('sha256').update(JSON.stringify([businessId, channel, sorted(items), sorted(contact), note])).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}

function claimItems(db: Db, ctx: BusinessCtx, order: BookingOrder, inLine: boolean): Result<ClaimedItem[], BookingRefusal> {
  const together = checkTogether(db, ctx, order)
  if (together) return refuse(together)
  const claimed: ClaimedItem[] = []
  for (const [index, item] of order.items.entries()) {
    const listing = listingById(db, ctx.businessId, item.listingId)
    if (!listing) return refuse({ kind: 'not-offered' })
    const part = partOf(listing.domain, item.choice)
    const answered = checkAnswers(db, ctx.businessId, { listingId: listing.id, part, atDesk: order.channel === 'desk' }, item.answers)
    if (!answered.ok) return answered
    const result = claimItem(db, ctx, { listing, choice: item.choice, atDesk: order.channel === 'desk', subject: ctx.newId(), inLine })
    if (!result.ok) return result.refusal.kind === 'taken' ? refuse({ ...result.refusal, item: index }) : refuse(result.refusal)
    // One booking is at one place: its sale has one store, and that store's taxes.
    if (result.value.plan.store.id !== (claimed[0] ?? result.value).plan.store.id) return refuse({ kind: 'not-offered' })
    claimed.push({ ...result.value, attendeeName: item.attendeeName, attendeeEmail: item.attendeeEmail ?? null, answers: answered.value })
  }
  return ok(claimed)
}

/** The part of its listing that a choice is of; none where nobody can read the choice, which its claim will say. */
function partOf(id: string, choice: Readonly<Record<string, unknown>>): string | null {
  const domain = domainOf(id)
  return domain.choice.safeParse(choice).success ? (domain.partOf?.(choice) ?? null) : null
}

/** What each domain says of its items of one order together. */
function checkTogether(db: Db, ctx: BusinessCtx, { items, channel }: BookingOrder): ChoiceRefusal | null {
  const wanted = items.flatMap(({ listingId, choice }) => {
    const listing = listingById(db, ctx.businessId, listingId)
    return listing && domainOf(listing.domain).choice.safeParse(choice).success ? { listing, choice } : []
  })
  for (const id of new Set(wanted.map(({ listing }) => listing.domain))) {
    const refusal = domainOf(id).checkTogether?.(db, ctx, wanted.filter(({ listing }) => listing.domain === id), { atDesk: channel === 'desk' })
    if (refusal) return refusal
  }
  return null
}

interface Written {
  readonly keyHash: string
  readonly contactId: string
  readonly items: readonly ClaimedItem[]
}

function writeBooking(db: Db, ctx: BusinessCtx, order: BookingOrder, { keyHash, contactId, items }: Written): PlacedBooking {
  const first = items[0]
  if (!first) throw new Error('A booking has at least one item')
  const { store } = first.plan
  const startsAt = Math.min(...items.map((item) => item.plan.startsAt))
  const endsAt = Math.max(...items.map((item) => item.plan.endsAt))
  const shown = items.flatMap((item) => item.plan.lines.map((line) => ({ ...line, itemKey: item.id })))
  const lines = priceLines(shown, { name: store.taxName, ratePpm: store.taxRatePpm, included: store.taxIncluded })
  const { dueAtOnceMinor, restDueAt, holdMs } = order.channel === 'online' ? atOnceOf(db, ctx, items, lines, startsAt) : nothingAtOnce
  const sale = openSale(db, ctx, { storeId: store.id, contactId, currency: ctx.business.currency, lines, dueAtOnceMinor, restDueAt })
  const afterHold = order.channel === 'online' && items.some((item) => item.plan.needsApproval) ? 'pending' : 'confirmed'
  const held = dueAtOnceMinor > 0
  const status: BookingStatus = held ? 'held' : afterHold
  const holdUntil = held ? Math.min(ctx.now + holdMs, startsAt) : null
  const booking = { id: ctx.newId(), reference: freshReference(db, domainOf(first.listing.domain).prefix), linkVersion: 1, held }
  insertBooking(db, ctx, {
    ...booking, keyHash, contactId, status, startsAt, endsAt, order, holdUntil, afterHold: held ? afterHold : null,
    policy: policyFor(db, ctx.businessId, first.plan.policyId),
    storeId: store.id, saleId: sale.id, totalMinor: sale.totalMinor, answerBy: status === 'pending' ? answerBy(ctx.now, startsAt) : null,
  })
  items.forEach((item, position) => {
    insertItem(db, ctx, { id: booking.id, storeId: store.id, order }, position, item, netOf(lines, item.id))
    insertAnswers(db, ctx, booking.id, item.id, item.answers)
    if (holdUntil !== null) letRunOut(db, ctx.businessId, item.id, holdUntil + holdGraceMs)
  })
  addStep(db, ctx, { bookingId: booking.id, what: 'placed' })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.place', subject: booking.id, changes: { status, channel: order.channel } })
  const by = order.channel === 'desk' ? 'member' : 'customer'
  const payload = { bookingId: booking.id, reference: booking.reference, status, startsAt, endsAt, by, channel: order.channel } as const
  announce(db, ctx, bookingPlaced, { businessId: ctx.businessId, storeId: store.id, subject: booking.id, payload })
  return booking
}

const nothingAtOnce = { dueAtOnceMinor: 0, restDueAt: null, holdMs: 0 }

function netOf(lines: readonly PriceLine[], itemId: string): number {
  return sumOf(lines.filter((line) => line.itemKey === itemId && line.kind !== 'tax').map((line) => line.amount))
}

function freshReference(db: Db, prefix: string): string {
  for (;;) {
    const candidate = reference(prefix)
    if (!referenceTaken(db).get({ candidate })) return candidate
  }
}

const referenceTaken = prepared((db) => db.$client.prepare<{ candidate: string }, { found: 1 }>('SELECT 1 AS found FROM bookings WHERE reference = @candidate'))
