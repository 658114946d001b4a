import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextVisit, serviceById, staffFor, weekOfVisits } from '~/domains/appointments/index.server'
import { addDays, localDateOf } from '~/kernel/time'
import { closeDatabase, openDatabase, read, transact } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { freshFile } from '#db/testing'
import { planOf, preparedBy, scansOf } from './plans'
import { openShop, ordersFor, place, type Shop } from './shop'

// Every statement that a hot path prepares is caught as it is prepared, so that none is forgotten here.

let shop: Shop

beforeAll(() => {
  installModules()
  const file = freshFile()
  openDatabase(file)
  shop = openShop()
  closeDatabase()
  // Anew, so that nothing is prepared yet.
  openDatabase(file)
})

afterAll(() => closeDatabase())

test('no statement of a booking reads a whole table', () => {
  const orders = ordersFor(shop, shop.cut)
  const statements = transact((db) => preparedBy(db, () => {
    for (let nth = 0; nth < 6; nth += 1) place(shop, orders.next().value)
  }))
  expect(statements.length).toBeGreaterThan(20)
  expect(scansOf(statements)).toEqual([])
  const release = statements.find((sql) => /UPDATE allocations SET released_at/.test(sql) && sql.includes('expires_at'))
  expect(planOf(release ?? '')).toContain('allocations_expiring')
})

test('no statement of a week of times reads a whole table', () => {
  const statements = read((db) => preparedBy(db, () => {
    const service = serviceById(db, shop.visitor.businessId, shop.cut.listingId)
    const store = service?.stores[0]
    const staff = service && staffFor(service, null)
    if (!service || !store || !staff) throw new Error('The shop offers no cut')
    const from = addDays(localDateOf(shop.visitor.now, store.timeZone), 1)
    const visit = { store, parts: [{ service, staff }], ignoring: ['an item that moves'] }
    weekOfVisits(db, shop.visitor, visit, from)
    nextVisit(db, shop.visitor, visit, from)
  }))
  expect(statements.length).toBeGreaterThan(8)
  expect(scansOf(statements)).toEqual([])
})
