import { expect, test } from 'vitest'
import { switchDomains } from '~/core/businesses/index.server'
import { placeBooking } from '~/core/bookings/index.server'
import { read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { complaintsFail, render } from '~/ui/testing'
import { Boathouse } from '../../../../tests/world/sessions'
import { contextAt, withDatabase } from '../../../../tests/world/world'
import { activityPage } from '../activity-page.server'
import { setActivityStatus } from '../copy-activity.server'
import { saveActivity } from '../save-activity.server'
import { PeopleForm } from './people-form'

withDatabase()
complaintsFail()

const linkTo = (html: string) => /href="(\/b\/[^"]*waiting-list[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

test('a date that is sold out leads to its waiting list; one with a place left asks how many come', () => {
  const boathouse = new Boathouse()
  const { owner, store } = boathouse
  // After the world's own: it knows two trades only.
  installModules()
  expect(switchDomains(owner, { enabled: ['activities'], defaultDomain: 'activities' }).ok).toBe(true)
  const saved = saveActivity(owner, null, {
    title: 'Caves', description: null, section: null, durationMinutes: 120, meetingPoint: null, latitude: null, longitude: null, languages: null, minGroup: 1, maxGroup: 6,
    kinds: [{ id: 'adult', label: 'Adult', hint: null, priceMinor: 4500, places: 1 }], bulkFrom: null, bulkPercent: null, privateMinor: null, cutOffMinutes: 120, bring: null, included: null,
    approval: false, policyId: null, payment: null, storeIds: [store.id], questions: [], extra: null,
  })
  if (!saved.ok) throw new Error('No activity')
  const { listing } = saved.value
  setActivityStatus(owner, listing.id, 'active')
  const { id } = boathouse.session('2026-11-10T09:00', { listingId: listing.id, capacity: 1 })
  const customer = { ...contextAt(), businessId: owner.businessId, business: owner.business, member: null }
  const html = () => {
    const url = new URL(`https://guildhall.test/b/boathouse/activities/${listing.slug}?date=${id}`)
    return render(<PeopleForm page={read((db) => activityPage(db, customer, { slug: listing.slug, query: url.searchParams, url }))} />)
  }
  expect(html()).toContain('name="n-adult"')
  const placed = placeBooking(customer, {
    key: 'the-last-place', note: null, channel: 'online', contact: { name: 'Marta', email: 'marta@example.test', phone: null },
    items: [{ listingId: listing.id, choice: { session: id, people: { adult: 1 }, private: false }, attendeeName: null, attendeeEmail: null, answers: {} }],
  })
  expect(placed.ok).toBe(true)
  const to = new URL(linkTo(html()) ?? '', 'https://guildhall.test')
  expect(to.pathname).toBe(`/b/boathouse/waiting-list/${id}`)
  expect(JSON.parse(to.searchParams.get('choice') ?? '')).toStrictEqual({ session: id, people: { adult: 1 }, private: false })
})
