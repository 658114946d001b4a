import { placeBooking, type BookingOrder, type PlacedBooking } from '~/core/bookings/index.server'
import { uuidv7 } from '~/kernel/ids'
import { addDays, formatInstant, localDateOf, resolve } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { everyDay, openBusiness, openService, sure, type OpenBusiness } from './open-business'

const people = ['Ana', 'Rui', 'Eva', 'Tom', 'Ida']
const hours = { from: 9, to: 17 }

interface ServiceOfShop {
  readonly listingId: string
  readonly slug: string
  /** Minutes from one start to the next that is free after it. */
  readonly apart: number
}

export interface Shop extends OpenBusiness {
  /** A quarter of an hour, for as many bookings as may be. */
  readonly trim: ServiceOfShop
  /** 45 minutes with 10 after them on a grid of a quarter of an hour: what the pages are measured with. */
  readonly cut: ServiceOfShop
}

/** Five people who work from nine to five. */
export function openShop(): Shop {
  const shop = openBusiness({ name: 'Bench Salon', timeZone: 'Europe/Lisbon', people, hours: everyDay(hours.from, hours.to) })
  return {
    ...shop,
    trim: { ...openService(shop, 'Trim', { durationMinutes: 15, bufferAfterMinutes: 0, windowDays: 730 }), apart: 15 },
    cut: { ...openService(shop, 'Cut', { windowDays: 730 }), apart: 60 },
  }
}

/** Orders for every time there is from a number of days ahead on: for everybody by name at one time, for whoever is free at the next. */
export function* ordersFor(shop: Shop, service: ServiceOfShop, { daysAhead = 1, upTo = hours.to } = {}): Generator<BookingOrder, never> {
  const zone = shop.visitor.business.timeZone
  for (let nth = 0, date = addDays(localDateOf(shop.visitor.now, zone), daysAhead); ; date = addDays(date, 1)) {
    for (let at = hours.from * 60; at < upTo * 60; at += service.apart) {
      const named = (at / service.apart) % 2 === 0
      for (const staff of shop.staffIds) {
        nth += 1
        yield {
          key: `${service.slug}-${daysAhead}-${nth}`,
          items: [{
            listingId: service.listingId,
            choice: { start: formatInstant(resolve(date, at, zone)), staff: named ? staff : null, store: null },
            attendeeName: null,
            answers: {},
          }],
          contact: { name: `Customer ${nth}`, email: `${service.slug}-${daysAhead}-${nth}@bench.test`, phone: null },
          note: null,
          channel: 'online',
        }
      }
    }
  }
}

/** Books as a visitor does. */
export function place(shop: Shop, order: BookingOrder): PlacedBooking {
  const now = Date.now()
  return sure(placeBooking({ ...shop.visitor, now, newId: () => uuidv7(now) }, order))
}

/** Fills the mornings, twenty a day, with so many bookings and leaves the rest of each day free. Synced once. */
export function fill(shop: Shop, count: number): void {
  const orders = ordersFor(shop, shop.cut, { upTo: 13 })
  transact(() => {
    for (let nth = 0; nth < count; nth += 1) place(shop, orders.next().value)
  })
}
