import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { placeOfItem, type BookingStatus, type SessionPlace } from '../bookings/index.server'
import { admittedOf, firstOf, type FirstAdmission } from './admissions.server'
import { placeByCode } from './tickets.server'

export interface AtTheDoor {
  /** Who asks to come in: by the code of a ticket, or found by name. */
  readonly who: { readonly code: string } | { readonly itemId: string }
  /** What the door is open for; null: whatever the ticket is for. */
  readonly sessionId: string | null
  /** How many of the party; null: all who are not in yet. */
  readonly count: number | null
  /** Which door, in the words of who stands there. */
  readonly door: string | null
}

export interface Admitted {
  readonly actId: string
  readonly place: SessionPlace
  /** How many came in now, how many of them are in, and how many there are. */
  readonly now: number
  readonly inside: number
  readonly of: number
}

export type AdmissionRefusal =
  | { readonly kind: 'unknown-code' }
  | { readonly kind: 'other-business' }
  /** The booking is there and the seal is not its own: typed wrongly, or replaced by a newer ticket. */
  | { readonly kind: 'not-valid'; readonly place: SessionPlace }
  | { readonly kind: 'other-session'; readonly place: SessionPlace }
  | { readonly kind: 'not-standing'; readonly place: SessionPlace; readonly status: BookingStatus }
  | { readonly kind: 'already-in'; readonly place: SessionPlace; readonly first: FirstAdmission }
  | { readonly kind: 'too-many'; readonly place: SessionPlace; readonly left: number }

/** Lets somebody in, or says why not. In one transaction, so that of two phones with the same ticket one is told when and where the other was. */
export function admit(ctx: BusinessCtx, { who, sessionId, count, door }: AtTheDoor): Result<Admitted, AdmissionRefusal> {
  return transact((db): Result<Admitted, AdmissionRefusal> => {
    const found = find(db, ctx, who)
    if (!found.ok) return found
    const place = found.value
    if (sessionId !== null && place.sessionId !== sessionId) return refuse({ kind: 'other-session', place })
    const status = standing(place)
    if (status !== null) return refuse({ kind: 'not-standing', place, status })

    const inside = admittedOf(db, place.itemId)
    const left = Math.max(0, place.quantity - inside)
    const first = left === 0 ? firstOf(db, place.itemId) : null
    if (first) return refuse({ kind: 'already-in', place, first })
    const now = count ?? left
    if (now > left) return refuse({ kind: 'too-many', place, left })

    const actId = write(db, ctx, place, now, door)
    return ok({ actId, place, now, inside: inside + now, of: place.quantity })
  })
}

function find(db: Db, ctx: BusinessCtx, who: AtTheDoor['who']): Result<SessionPlace, AdmissionRefusal> {
  if ('itemId' in who) {
    const place = placeOfItem(db, ctx.businessId, who.itemId, ctx.now)
    return place ? ok(place) : refuse({ kind: 'unknown-code' })
  }
  const found = placeByCode(db, who.code, ctx.businessId, ctx.now)
  if (found.kind === 'unknown') return refuse({ kind: 'unknown-code' })
  if (found.kind === 'not-valid') return refuse({ kind: 'not-valid', place: found.place })
  return found.place.businessId === ctx.businessId ? ok(found.place) : refuse({ kind: 'other-business' })
}

/** Why a place does not stand, as the status that says so; null where it does. */
function standing({ status, state }: SessionPlace): BookingStatus | null {
  if (state === 'cancelled' && (status === 'confirmed' || status === 'completed')) return 'cancelled'
  return status === 'confirmed' || status === 'completed' ? null : status
}

function write(db: Db, ctx: BusinessCtx, place: SessionPlace, count: number, door: string | null): string {
  const byUserId = ctx.actor.kind === 'user' ? ctx.actor.id : null
  if (byUserId === null) throw new Error('Only a member lets people in')
  const actId = ctx.newId()
  const taken = new Set(placesIn(db).all({ itemId: place.itemId }).map(({ place: number }) => number))
  const free = Array.from({ length: place.quantity }, (_, index) => index + 1).filter((number) => !taken.has(number))
  for (const number of free.slice(0, count)) {
    insert(db).run({ id: ctx.newId(), businessId: ctx.businessId, sessionId: place.sessionId, itemId: place.itemId, place: number, actId, at: ctx.now, byUserId, door })
  }
  record(db, ctx, { businessId: ctx.businessId, action: 'admission.item.admit', subject: place.itemId, changes: { actId, count } })
  return actId
}

const placesIn = prepared((db) => db.$client.prepare<{ itemId: string }, { place: number }>('SELECT place FROM admissions WHERE item_id = @itemId AND undone_at IS NULL'))

const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO admissions (id, business_id, session_id, item_id, place, act_id, at, by_user_id, door)
     VALUES (@id, @businessId, @sessionId, @itemId, @place, @actId, @at, @byUserId, @door)`,
  ),
)
