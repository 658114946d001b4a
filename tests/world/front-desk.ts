import { placeBooking, type BookingOrder, type PlacedBooking } from '~/core/bookings/index.server'
import { installPermissions, type Store } from '~/core/businesses/index.server'
import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { modules } from '~/registry'
import { addMember, memberCtx, person } from './businesses'
import { Salon } from './salon'
import { change, theMorning } from './world'

export interface FrontDesk {
  /** A context of the owner. */
  readonly ctx: BusinessCtx
  readonly store: Store
  /** Staff profiles; Marta has an account, and is a member as staff. */
  readonly marta: string
  readonly rui: string
  readonly chair: string
  /** 45 minutes with 10 after it, instant, without the chair. */
  readonly cut: Listing
  /** 90 minutes on the chair, by approval. */
  readonly colour: Listing
  /** A context of Marta, who sees her own diary only. */
  readonly martaCtx: BusinessCtx
  readonly martaAccount: string
}

/** A salon seen from its dashboard: an owner, a member of staff, and every permission of the registry. */
export function frontDesk(now = theMorning): FrontDesk {
  const salon = new Salon({ people: ['Marta', 'Rui'], now })
  installPermissions(Object.assign({}, ...modules.map((module) => module.permissions)))
  const { owner, store } = salon
  const martaAccount = person('Marta Reis')
  addMember(owner.businessId, martaAccount, 'staff')
  const [marta = '', rui = ''] = ['Marta', 'Rui'].map((name) => salon.people[name] ?? '')
  change('UPDATE staff SET user_id = ? WHERE id = ?', martaAccount, marta)
  const cut = salon.service({ title: 'Cut', placeIds: [] }).listing
  const colour = salon.service({ title: 'Colour', durationMinutes: 90, bufferAfterMinutes: 0, approval: true }).listing
  const ctx = memberCtx(owner.businessId, owner.actor.kind === 'user' ? owner.actor.id : '', now)
  return { ctx, store, marta, rui, chair: salon.chairs[0] ?? '', cut, colour, martaCtx: memberCtx(owner.businessId, martaAccount, now), martaAccount }
}

let keys = 0

/** Books a service at an instant ("2026-11-03T10:00Z"), by default as Ana does it online. Throws where it is refused. */
export function book(ctx: BusinessCtx, what: Listing, start: string, staff: string | null = null, more: Partial<BookingOrder> = {}): PlacedBooking {
  const placed = placeBooking(ctx, {
    key: `key ${(keys += 1)}`,
    items: [{ listingId: what.id, choice: { start, staff, store: null }, attendeeName: null, answers: {} }],
    contact: { name: 'Ana Sousa', email: `ana${keys}@example.test`, phone: null },
    note: null,
    channel: 'online',
    ...more,
  })
  if (!placed.ok) throw new Error(`Not booked: ${JSON.stringify(placed.refusal)}`)
  return placed.value
}
