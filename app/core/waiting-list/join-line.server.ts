import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { minute } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { arePlacesFree, planPlaces, type ChoiceRefusal, type PlacesWanted } from '../bookings/index.server'
import { emailKey } from '../identity/index.server'
import { entryById, lineOf, type WaitingEntry } from './entries.server'
import { tellAgain, tellJoined } from './emails/tell-waiting.server'
import { lastOfferMs } from './model/offer-time'

export interface Joining extends PlacesWanted {
  readonly sessionId: string
  readonly name: string
  readonly email: string
}

export type JoinRefusal =
  | ChoiceRefusal
  /** Nobody need wait. */
  | { readonly kind: 'places-free' }
  | { readonly kind: 'too-late' }
  | { readonly kind: 'line-full' }

/** The longest line that anybody might get to the front of. */
export const mostWaiting = 500
const mostPeople = 50

/** A form that is sent twice is no wish for the mail of a moment ago. */
const againAfterMs = 10 * minute

/**
 * Puts somebody at the end of the line of a session that is sold out, with an entry for each part of the listing that they wait for. Whoever
 * waits for that part already keeps their place, and is sent the link to it again.
 */
export function joinLine(ctx: BusinessCtx, { sessionId, listingId, choices, name, email }: Joining): Result<WaitingEntry, JoinRefusal> {
  return transact((db): Result<WaitingEntry, JoinRefusal> => {
    const planned = planPlaces(db, ctx, { listingId, choices })
    if (!planned.ok) return planned
    if (planned.value.sessionId !== sessionId || planned.value.quantity > mostPeople) return refuse({ kind: 'not-offered' })
    if (planned.value.startsAt - ctx.now < lastOfferMs) return refuse({ kind: 'too-late' })
    const key = emailKey(email)
    const { part, quantity } = planned.value
    const standing = sameAddress(db).get({ sessionId, emailKey: key, part })
    if (standing) {
      const entry = written(db, ctx, standing.id)
      if (ctx.now - entry.joinedAt >= againAfterMs) tellAgain(db, ctx, entry)
      return ok(entry)
    }
    const id = ctx.newId()
    if (arePlacesFree(ctx, { listingId, choices }, id)) return refuse({ kind: 'places-free' })
    if (lineOf(db, ctx.businessId, sessionId, mostWaiting).length >= mostWaiting) return refuse({ kind: 'line-full' })
    insert(db).run({ id, businessId: ctx.businessId, sessionId, listingId, choices: JSON.stringify(choices), part, quantity, name, email, emailKey: key, language: ctx.i18n.locale, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'waiting-list.entry.join', subject: id, changes: { sessionId, quantity } })
    const entry = written(db, ctx, id)
    tellJoined(db, ctx, entry)
    return ok(entry)
  })
}

function written(db: Db, ctx: BusinessCtx, id: string): WaitingEntry {
  const entry = entryById(db, ctx.businessId, id)
  if (!entry) throw new Error('What was just written is not there')
  return entry
}

const sameAddress = prepared((db) =>
  db.$client.prepare<{ sessionId: string; emailKey: string; part: string }, { id: string }>(
    "SELECT id FROM waiting_entries WHERE session_id = @sessionId AND email_key = @emailKey AND part = @part AND status IN ('waiting', 'offered')",
  ),
)

const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO waiting_entries (id, business_id, session_id, listing_id, choices, part, quantity, contact_name, contact_email, email_key, language, status, joined_at)
     VALUES (@id, @businessId, @sessionId, @listingId, @choices, @part, @quantity, @name, @email, @emailKey, @language, 'waiting', @now)`,
  ),
)
