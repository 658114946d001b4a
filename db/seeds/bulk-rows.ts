import { hour, minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { House } from './house'
import type { BulkPerson, BulkService } from './many-businesses'

export interface BulkContact {
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface BulkVisit {
  readonly person: BulkPerson
  readonly service: BulkService
  readonly contact: BulkContact
  readonly reference: string
  readonly startsAt: number
  readonly endsAt: number
  readonly placedAt: number
  readonly answerBy: number | null
  readonly status: 'confirmed' | 'pending' | 'completed' | 'no_show' | 'cancelled'
  /** The domain's own words, as JSON. */
  readonly choice: string
  /** As if it were this one's. */
  readonly domain: string
}

/** Writes bookings of one business as plain rows, in the caller's transaction. */
export function bulkWriter(db: Db, house: House, currency: string) {
  const { town, businessId, store, ownerId } = house
  const insert = statementsOf(db)
  // Ids rise with the rows, so that a million of them are added at the end of each index.
  const newId = () => town.newId(town.now)
  const customer = JSON.stringify({ kind: 'nobody' })
  const owner = JSON.stringify({ kind: 'user', id: ownerId })

  function contact(at: number): BulkContact {
    const made = { id: newId(), name: `Customer ${at + 1}`, email: `customer-${at + 1}@scale.test` }
    insert.contact.run({ ...made, businessId, phone: `+351 9${String(10_000_000 + at)}`, now: house.openedAt })
    return made
  }

  function booking(visit: BulkVisit): void {
    const { service, contact: who, status, startsAt, endsAt, placedAt } = visit
    const [id, saleId, itemId] = [newId(), newId(), newId()]
    const changedAt = status === 'cancelled' ? Math.min(town.now, Math.max(placedAt + minute, startsAt - 4 * hour)) : Math.min(town.now, endsAt + 5 * minute)
    const [cancelled, paid] = [status === 'cancelled', status === 'completed']
    insert.sale.run({ id: saleId, businessId, storeId: store.id, contactId: who.id, currency, totalMinor: service.totalMinor, placedAt, voidedAt: cancelled ? changedAt : null })
    for (const line of service.lines) {
      insert.line.run({
        id: newId(), saleId, itemId, currency, placedAt, position: line.position, kind: line.kind, title: line.title, amount: line.amount,
        taxName: line.tax?.name ?? null, taxRatePpm: line.tax?.ratePpm ?? null, taxIncluded: line.tax ? Number(line.tax.included) : null, onLine: line.tax?.onLine ?? null,
      })
    }
    const earned = service.lines.map(({ kind, amount, position }) => ({ account: kind === 'tax' ? 'tax-payable' : 'revenue', amount: -amount, line: position }))
    const opened = [{ account: 'receivable', amount: service.totalMinor, line: null }, ...earned]
    post('sale-opened', saleId, saleId, placedAt, opened)
    if (cancelled) post('sale-closed', saleId, saleId, changedAt, opened.map(({ amount, ...entry }) => ({ ...entry, amount: -amount })))
    // Before the booking: what follows from a payment is in its row already.
    if (paid) {
      const paymentId = newId()
      insert.payment.run({ id: paymentId, businessId, saleId, amount: service.totalMinor, currency, at: changedAt, ownerId })
      post('payment-taken', saleId, paymentId, changedAt, [{ account: 'cash-box', amount: service.totalMinor, line: null }, { account: 'receivable', amount: -service.totalMinor, line: null }])
    }
    insert.booking.run({
      domain: visit.domain, paymentState: paid || cancelled || service.totalMinor === 0 ? 'settled' : 'unpaid',
      id, businessId, saleId, currency, status, startsAt, endsAt, placedAt, storeId: store.id, contactId: who.id, reference: visit.reference, key: newId(),
      keyHash: itemId, name: who.name, email: who.email, answerBy: visit.answerBy, sequence: status === 'confirmed' || status === 'pending' ? 0 : 1,
      totalMinor: service.totalMinor, reason: cancelled ? 'Something came up.' : null,
    })
    insert.item.run({
      id: itemId, bookingId: id, storeId: store.id, businessId, domain: visit.domain, startsAt, endsAt, listingId: service.listingId, title: service.title, timeZone: store.timeZone,
      staffId: visit.person.staffId, choice: visit.choice, priceMinor: service.lines[0]?.amount ?? 0, state: cancelled ? 'cancelled' : 'active',
    })
    insert.claim.run({
      id: newId(), businessId, resourceId: visit.person.resourceId, startsAt, endsAt: endsAt + service.bufferAfterMs, placedAt, itemId,
      releasedAt: cancelled ? changedAt : null,
    })
    insert.step.run({ id: newId(), bookingId: id, at: placedAt, actor: customer, what: 'placed' })
    if (status !== 'pending' && status !== 'confirmed') insert.step.run({ id: newId(), bookingId: id, at: changedAt, actor: cancelled ? customer : owner, what: status })
  }

  function post(kind: string, saleId: string, subject: string, at: number, entries: readonly BulkEntry[]): void {
    const moving = entries.filter(({ amount }) => amount !== 0)
    if (moving.length === 0) return
    const id = newId()
    insert.fact.run({ id, businessId, currency, at, kind, saleId, subject, key: `${kind}:${subject}` })
    moving.forEach(({ account, amount, line }, position) => insert.entry.run({ id, position, account, amount, currency, line }))
    insert.seal.run({ id, at })
  }

  return { contact, booking }
}

interface BulkEntry {
  readonly account: string
  readonly amount: number
  readonly line: number | null
}

function statementsOf({ $client }: Db) {
  return {
    contact: $client.prepare(
      `INSERT INTO contacts (id, business_id, name, email, email_key, phone, language, created_at) VALUES (@id, @businessId, @name, @email, @email, @phone, 'en', @now)`,
    ),
    sale: $client.prepare(
      `INSERT INTO sales (id, business_id, store_id, contact_id, currency, total_minor, opened_at, voided_at, reversed_minor)
       VALUES (@id, @businessId, @storeId, @contactId, @currency, @totalMinor, @placedAt, @voidedAt, CASE WHEN @voidedAt IS NULL THEN 0 ELSE @totalMinor END)`,
    ),
    line: $client.prepare(
      `INSERT INTO sale_lines (id, sale_id, position, kind, title, item_id, amount_minor, currency, tax_name, tax_rate_ppm, tax_included, on_position, added_at)
       VALUES (@id, @saleId, @position, @kind, @title, @itemId, @amount, @currency, @taxName, @taxRatePpm, @taxIncluded, @onLine, @placedAt)`,
    ),
    booking: $client.prepare(
      `INSERT INTO bookings (id, business_id, store_id, contact_id, sale_id, reference, status, key, key_hash, starts_at, ends_at, language,
         contact_name, contact_email, reason, placed_at, channel, answer_by, link_version, sequence, total_minor, currency, domain, payment_state)
       VALUES (@id, @businessId, @storeId, @contactId, @saleId, @reference, @status, @key, @keyHash, @startsAt, @endsAt, 'en',
         @name, @email, @reason, @placedAt, 'online', @answerBy, 1, @sequence, @totalMinor, @currency, @domain, @paymentState)`,
    ),
    item: $client.prepare(
      `INSERT INTO booking_items (id, business_id, booking_id, store_id, position, listing_id, domain, title, starts_at, ends_at, time_zone, quantity, staff_id, choice, price_minor, state)
       VALUES (@id, @businessId, @bookingId, @storeId, 0, @listingId, @domain, @title, @startsAt, @endsAt, @timeZone, 1, @staffId, @choice, @priceMinor, @state)`,
    ),
    claim: $client.prepare(
      `INSERT INTO allocations (id, business_id, resource_id, starts_at, ends_at, quantity, kind, claimed_at, released_at, subject)
       VALUES (@id, @businessId, @resourceId, @startsAt, @endsAt, 1, 'booking', @placedAt, @releasedAt, @itemId)`,
    ),
    step: $client.prepare('INSERT INTO booking_steps (id, booking_id, at, actor, what) VALUES (@id, @bookingId, @at, @actor, @what)'),
    fact: $client.prepare(
      `INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key) VALUES (@id, @businessId, @currency, @at, @kind, @saleId, @subject, @key)`,
    ),
    entry: $client.prepare('INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency, line) VALUES (@id, @position, @account, @amount, @currency, @line)'),
    seal: $client.prepare('UPDATE ledger_transactions SET sealed_at = @at WHERE id = @id'),
    payment: $client.prepare(
      `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, taken_by)
       VALUES (@id, @businessId, @saleId, 'card-terminal', @amount, @currency, @at, @ownerId)`,
    ),
  }
}
