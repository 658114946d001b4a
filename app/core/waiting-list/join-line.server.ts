import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { arePlacesFree, planPlaces, type ChoiceRefusal, type PlacesWanted } from '../bookings/index.server'
import { emailKey } from '../identity/index.server'
import { entryById, lineOf, type WaitingEntry } from './entries.server'
import { tellJoined } from './emails/tell-waiting.server'
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

/** Puts somebody at the end of the line of a session that is sold out. Whoever stands in it already keeps their place: they are told it once more. */
export function joinLine(ctx: BusinessCtx, { sessionId, listingId, choices, name, email }: Joining): Result<WaitingEntry, JoinRefusal> {
  return transact((db): Result<WaitingEntry, JoinRefusal> => {
    const planned = planPlaces(db, ctx, { listingId, choices })
    if (!planned.ok) return planned
    if (planned.value.sessionId !== sessionId || planned.value.quantity > mostPeople) return refuse({ kind: 'not-offered' })
    if (planned.value.startsAt - ctx.now < lastOfferMs) return refuse({ kind: 'too-late' })
    const key = emailKey(email)
    const standing = sameAddress(db).get({ sessionId, emailKey: key })
    const id = standing?.id ?? ctx.newId()
    if (!standing) {
      if (arePlacesFree(ctx, { listingId, choices }, id)) return refuse({ kind: 'places-free' })
      if (lineOf(db, ctx.businessId, sessionId, mostWaiting).length >= mostWaiting) return refuse({ kind: 'line-full' })
      insert(db).run({
        id, businessId: ctx.businessId, sessionId, listingId, choices: JSON.stringify(choices), quantity: planned.value.quantity, name, email, emailKey: key, language: ctx.i18n.locale, now: ctx.now,
      })
      record(db, ctx, { businessId: ctx.businessId, action: 'waiting-list.entry.join', subject: id, changes: { sessionId, quantity: planned.value.quantity } })
    }
    const entry = entryById(db, ctx.businessId, id)
    if (!entry) throw new Error('What was just written is not there')
    tellJoined(db, ctx, entry)
    return ok(entry)
  })
}

const sameAddress = prepared((db) =>
  db.$client.prepare<{ sessionId: string; emailKey: string }, { id: string }>(
    "SELECT id FROM waiting_entries WHERE session_id = @sessionId AND email_key = @emailKey AND status IN ('waiting', 'offered')",
  ),
)

const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO waiting_entries (id, business_id, session_id, listing_id, choices, quantity, contact_name, contact_email, email_key, language, status, joined_at)
     VALUES (@id, @businessId, @sessionId, @listingId, @choices, @quantity, @name, @email, @emailKey, @language, 'waiting', @now)`,
  ),
)
