import admission from '~/core/admission/module.server'
import { createResource } from '~/core/allocation/index.server'
import { installPermissions } from '~/core/businesses/index.server'
import type { Service } from '~/domains/appointments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { folded } from '~/kernel/folded'
import { formatInstant, hour, minute } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { modules } from '~/registry'
import { everyDay } from './schedules'
import { Salon } from './salon'
import { change, rows, theMorning } from './world'

export interface Guest {
  readonly bookingId: string
  readonly reference: string
  readonly itemId: string
}

/** A hall with evenings to which people come: bookings of its service, each a place in a session. */
export class Hall {
  readonly salon: Salon
  readonly owner: BusinessCtx
  readonly #visit: Service
  #slots = 0
  #sessions = 0

  constructor(name = 'Granary Hall', now = theMorning) {
    admission.install()
    this.salon = new Salon({ name, now, hours: everyDay(0, 24) })
    installPermissions(Object.assign({}, ...modules.map((module) => module.permissions)))
    this.owner = this.salon.at(now)
    this.#visit = this.salon.service({ title: 'Concert', durationMinutes: 15, bufferAfterMinutes: 0, placeIds: [] })
  }

  /** An evening of two hours; by default in ten hours. */
  session(startsAt = this.owner.now + 10 * hour): string {
    this.#sessions += 1
    const id = this.owner.newId()
    const { businessId, business } = this.owner
    transact((db) => {
      const poolId = createResource(db, this.owner, { businessId, storeId: this.salon.store.id, kind: 'pool', ownerId: id, name: `Evening ${this.#sessions}`, capacity: 500 })
      db.$client
        .prepare(
          `INSERT INTO listing_sessions (id, business_id, store_id, listing_id, domain, local_start, time_zone, starts_at, ends_at, status, pool_id, created_at)
           VALUES (?, ?, ?, ?, 'appointments', ?, ?, ?, ?, 'scheduled', ?, ?)`,
        )
        .run(id, businessId, this.salon.store.id, this.#visit.listing.id, formatInstant(startsAt).slice(0, 16), business.timeZone, startsAt, startsAt + 2 * hour, poolId, this.owner.now)
    })
    return id
  }

  /** Somebody with places in a session, as they are once it is booked: their booking is confirmed, or as told. */
  guest(sessionId: string, who = 'Marta', { people = 1, attendee = null, status = 'confirmed' }: { people?: number; attendee?: string | null; status?: string } = {}): Guest {
    this.#slots += 1
    // Any free time will do: the item is then put where its session is.
    const { id, reference } = this.salon.book(this.#visit, this.owner.now + 24 * hour + this.#slots * 15 * minute, { who })
    const [item] = rows<{ id: string }>('SELECT id FROM booking_items WHERE booking_id = ?', id)
    const itemId = item?.id ?? ''
    const [{ startsAt, endsAt } = { startsAt: 0, endsAt: 0 }] = rows<{ startsAt: number; endsAt: number }>('SELECT starts_at AS startsAt, ends_at AS endsAt FROM listing_sessions WHERE id = ?', sessionId)
    change('UPDATE booking_items SET session_id = ?, quantity = ?, attendee_name = ?, sort_name = ?, starts_at = ?, ends_at = ? WHERE id = ?', sessionId, people, attendee, folded(attendee ?? who), startsAt, endsAt, itemId)
    change('UPDATE bookings SET status = ?, starts_at = ?, ends_at = ? WHERE id = ?', status, startsAt, endsAt, id)
    return { bookingId: id, reference, itemId }
  }
}
