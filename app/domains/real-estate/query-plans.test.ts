import { expect, test } from 'vitest'
import { chasesSql } from '~/core/bookings/index.server'
import { read } from '~/platform/database.server'
import { planOf, preparedBy, scansOf } from '../../../tests/load/plans'
import { Landlady } from '../../../tests/world/house'
import { withDatabase } from '../../../tests/world/world'
import { isLet } from './availability.server'
import { enquiriesSql } from './enquiries.server'
import { propertyById } from './queries.server'
import { sameWordsSql } from './send-enquiry.server'
import { stayCalendar } from './stay-calendar.server'
import { choiceOf, stayOffer } from './stay-offer.server'

withDatabase()

const asked = { arrive: '2026-11-10', depart: '2026-11-17', guests: { adults: 2, children: 0 }, month: null, lacking: {} }

test('no statement of a stay that is priced, shown and booked reads a whole table', () => {
  const landlady = new Landlady()
  const { house } = landlady.houseAndRooms(['Blue room', 'Green room'], { discounts: [{ kind: 'length', threshold: 7, percent: 10 }], fees: [{ name: 'Cleaning', per: 'stay', amountMinor: 30_00 }] })
  const choice = choiceOf(asked)
  const statements = read((db) => preparedBy(db, () => {
    const property = propertyById(db, landlady.owner.businessId, house.listing.id)
    if (!isLet(property) || !choice) throw new Error('There is nothing to book')
    expect(stayOffer(db, landlady.guest(), property, choice).kind).toBe('priced')
    expect(stayCalendar(db, landlady.guest(), property, asked, 12).months).toHaveLength(12)
  }))
  expect(statements.length).toBeGreaterThan(5)
  expect(scansOf(statements)).toEqual([])
})

test('what is due of the rests is found by its moment', () => {
  new Landlady()
  expect(planOf(chasesSql)).toContain('balance_chases_due')
  expect(scansOf([chasesSql])).toEqual([])
})

test('enquiries are listed by their time, by state and by property, and those that wait are counted in their index', () => {
  expect(planOf(enquiriesSql.business)).toContain('property_enquiries_by_business')
  expect(planOf(enquiriesSql.status)).toContain('property_enquiries_by_status')
  expect(planOf(enquiriesSql.property)).toContain('property_enquiries_by_listing')
  expect(planOf(enquiriesSql.count)).toContain('USING COVERING INDEX property_enquiries_by_status')
  expect(planOf(sameWordsSql)).toContain('property_enquiries_by_listing')
  for (const sql of [sameWordsSql, enquiriesSql.business, enquiriesSql.status, enquiriesSql.property]) expect(planOf(sql)).not.toMatch(/SCAN|TEMP B-TREE/)
})
