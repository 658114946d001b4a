import { prepared, type Db } from '~/platform/database.server'
import { signParts, verifyParts } from '~/platform/signing.server'

export type WaitingStatus = 'waiting' | 'offered' | 'taken' | 'declined' | 'lapsed' | 'left' | 'removed' | 'over'

/** Somebody in the line of a session. */
export interface WaitingEntry {
  readonly id: string
  readonly businessId: string
  readonly sessionId: string
  readonly listingId: string
  readonly choices: readonly Readonly<Record<string, unknown>>[]
  /** How many people. */
  readonly quantity: number
  readonly contactName: string
  readonly contactEmail: string
  readonly language: string
  readonly status: WaitingStatus
  readonly joinedAt: number
  readonly offeredAt: number | null
  readonly offerUntil: number | null
  readonly bookingId: string | null
  readonly bookingKey: string | null
}

/** An entry of this business; null for anybody else's. */
export function entryById(db: Db, businessId: string, entryId: string): WaitingEntry | null {
  return entryOf(one(db).get({ businessId, entryId }))
}

/** Who waits in a session, in their order. */
export function lineOf(db: Db, businessId: string, sessionId: string, atMost = 200): WaitingEntry[] {
  return line(db).all({ businessId, sessionId, atMost }).map(parsed)
}

/** Who waits or is asked in a session: whoever is asked first. */
export function entriesStanding(db: Db, businessId: string, sessionId: string, atMost: number): WaitingEntry[] {
  return standing(db).all({ businessId, sessionId, atMost }).map(parsed)
}

/** Everybody who ever stood in the line of a session, in the order of joining. */
export function entriesOf(db: Db, businessId: string, sessionId: string): WaitingEntry[] {
  return all(db).all({ businessId, sessionId }).map(parsed)
}

/** How many wait before an entry. */
export function placeInLine(db: Db, { sessionId, joinedAt, id }: WaitingEntry): number {
  return before(db).get({ sessionId, joinedAt, id })?.n ?? 0
}

const purpose = 'waiting'

/** What opens somebody's place in the line without an account. */
export function entryToken({ id }: Pick<WaitingEntry, 'id'>): string {
  return signParts(purpose, [id])
}

/** The page of somebody's place in the line, below the business's own. */
export function entryPath(slug: string, entry: Pick<WaitingEntry, 'id'>): string {
  return `/b/${slug}/waiting-list/entries/${entry.id}?token=${entryToken(entry)}`
}

/** Whether a token opens this entry. */
export function opensEntry(token: string | null, entryId: string): boolean {
  return token !== null && verifyParts(purpose, token)?.[0] === entryId
}

type Row = Omit<WaitingEntry, 'choices'> & { readonly choices: string }

function parsed(row: Row): WaitingEntry {
  return { ...row, choices: JSON.parse(row.choices) as WaitingEntry['choices'] }
}

function entryOf(row: Row | undefined): WaitingEntry | null {
  return row ? parsed(row) : null
}

const columns = `id, business_id AS businessId, session_id AS sessionId, listing_id AS listingId, choices, quantity, contact_name AS contactName, contact_email AS contactEmail,
  language, status, joined_at AS joinedAt, offered_at AS offeredAt, offer_until AS offerUntil, booking_id AS bookingId, booking_key AS bookingKey FROM waiting_entries`

export const lineSql = `SELECT ${columns} WHERE session_id = @sessionId AND +business_id = @businessId AND status = 'waiting' ORDER BY joined_at, id LIMIT @atMost`

const standingSql = `SELECT ${columns} WHERE session_id = @sessionId AND +business_id = @businessId AND status IN ('waiting', 'offered') ORDER BY status = 'waiting', joined_at, id LIMIT @atMost`

const one = prepared((db) => db.$client.prepare<{ businessId: string; entryId: string }, Row>(`SELECT ${columns} WHERE id = @entryId AND business_id = @businessId`))
const line = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string; atMost: number }, Row>(lineSql))
const all = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, Row>(`SELECT ${columns} WHERE session_id = @sessionId AND business_id = @businessId ORDER BY joined_at, id LIMIT 1000`))
const standing = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string; atMost: number }, Row>(standingSql))
const before = prepared((db) =>
  db.$client.prepare<{ sessionId: string; joinedAt: number; id: string }, { n: number }>(
    "SELECT count(*) AS n FROM waiting_entries WHERE session_id = @sessionId AND status = 'waiting' AND (joined_at, id) < (@joinedAt, @id)",
  ),
)
