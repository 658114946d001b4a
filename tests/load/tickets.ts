import { join } from 'node:path'
import { placeBooking } from '~/core/bookings/index.server'
import { uuidv7 } from '~/kernel/ids'
import { closeDatabase, openDatabase, transact } from '~/platform/database.server'
import { migratedFile } from './files'
import { byTurns, perSecond, type Measured } from './measure'
import { openBusiness, sure, type OpenBusiness } from './open-business'
import { openEvent, type OpenEvent } from './open-event'
import { row } from './pages'

/** Tickets per second of an event that has sold so many, beside those of one that has sold none; each order is a transaction of its own. */
export async function measureTickets(folder: string, sold: number, { rounds, each }: { readonly rounds: number; readonly each: number }): Promise<Measured> {
  openDatabase(migratedFile(join(folder, 'tickets.db')))
  try {
    const shop = openBusiness({ name: 'Bench Hall', timeZone: 'Europe/Lisbon', people: [], domains: ['events'] })
    const [full, fresh] = [concert(shop, 'Full'), concert(shop, 'Fresh')]
    const sell = seller(shop)
    transact(() => {
      for (let count = 0; count < sold; count += 10) sell(full, 10)
    })
    // What is compiled and prepared at its first use is not measured.
    sell(fresh, 1)
    const rate = (event: OpenEvent) => perSecond(each, () => sell(event, 1))
    const pair = await byTurns(rounds, () => rate(full), () => rate(fresh))
    return row(`Tickets of an event that sold ${sold.toLocaleString('en')}`, pair, 'its first', 1 / 1.3)
  } finally {
    closeDatabase()
  }
}

function concert(shop: OpenBusiness, title: string): OpenEvent {
  const inTwoYears = new Date(Date.now() + 700 * 24 * 3_600_000).toISOString().slice(0, 10)
  const tickets = [{ title: 'Standing', priceMinor: 2000, quota: 50_000, steps: [{ title: 'First', priceMinor: 1000, untilAt: null, firstCount: 5000 }] }]
  return openEvent(shop, { title, start: `${inTwoYears}T19:30`, capacity: 60_000, tickets })
}

function seller({ visitor }: OpenBusiness): (event: OpenEvent, count: number) => void {
  let nth = 0
  return (event, count) => {
    nth += 1
    const now = Date.now()
    const choice = { session: event.sessionId, ticket: event.ticketIds[0] ?? '', code: null, shownMinor: null }
    sure(
      placeBooking({ ...visitor, now, newId: () => uuidv7(now) }, {
        key: `ticket-order-${nth}`,
        items: Array.from({ length: count }, () => ({ listingId: event.listingId, choice, attendeeName: null, attendeeEmail: null, answers: {} })),
        contact: { name: `Guest ${nth}`, email: `guest-${nth}@bench.test`, phone: null },
        note: null,
        channel: 'online',
      }),
    )
  }
}
