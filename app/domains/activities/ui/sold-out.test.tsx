import { expect, test } from 'vitest'
import { switchDomains } from '~/core/businesses/index.server'
import { placeBooking, quote } from '~/core/bookings/index.server'
import { listingById } from '~/core/listings/index.server'
import { joinLine } from '~/core/waiting-list/index.server'
import { read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { complaintsFail, render } from '~/ui/testing'
import { Boathouse } from '../../../../tests/world/sessions'
import { contextAt, withDatabase } from '../../../../tests/world/world'
import { activityPage } from '../activity-page.server'
import { setActivityStatus } from '../copy-activity.server'
import { activities } from '../domain.server'
import { saveActivity } from '../save-activity.server'
import { PeopleForm } from './people-form'

withDatabase()
complaintsFail()

const linkTo = (html: string) => /href="(\/b\/[^"]*waiting-list[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

/** Caves for six at most, with one place on one date. */
function caves() {
  const boathouse = new Boathouse()
  const { owner, store } = boathouse
  // After the world's own: it knows two trades only.
  installModules()
  expect(switchDomains(owner, { enabled: ['activities'], defaultDomain: 'activities' }).ok).toBe(true)
  const saved = saveActivity(owner, null, {
    title: 'Caves', description: null, section: null, durationMinutes: 120, meetingPoint: null, latitude: null, longitude: null, languages: null, minGroup: 1, maxGroup: 6,
    kinds: [{ id: 'adult', label: 'Adult', hint: null, priceMinor: 1200, places: 1 }, { id: 'child', label: 'Child', hint: '3 to 12 years', priceMinor: 900, places: 1 }],
    bulkFrom: 3, bulkPercent: 10, privateMinor: null, cutOffMinutes: 120, bring: null, included: null,
    approval: false, policyId: null, payment: null, storeIds: [store.id], questions: [], extra: null,
  })
  if (!saved.ok) throw new Error('No activity')
  setActivityStatus(owner, saved.value.listing.id, 'active')
  const listing = read((db) => listingById(db, owner.businessId, saved.value.listing.id))
  if (!listing) throw new Error('No activity')
  const { id } = boathouse.session('2026-11-10T09:00', { listingId: listing.id, capacity: 3 })
  const customer = { ...contextAt(), businessId: owner.businessId, business: owner.business, member: null }
  const html = (asked = '') => {
    const url = new URL(`https://guildhall.test/b/boathouse/activities/${listing.slug}?date=${id}${asked}`)
    return render(<PeopleForm page={read((db) => activityPage(db, customer, { slug: listing.slug, query: url.searchParams, url }))} />)
  }
  const sellOut = () =>
    placeBooking(customer, {
      key: 'the-last-places', note: null, channel: 'online', contact: { name: 'Marta', email: 'marta@example.test', phone: null },
      items: [{ listingId: listing.id, choice: { session: id, people: { adult: 3 }, private: false }, attendeeName: null, attendeeEmail: null, answers: {} }],
    })
  return { listing, id, customer, html, sellOut }
}

const choiceOf = (html: string) => JSON.parse(new URL(linkTo(html) ?? '', 'https://guildhall.test').searchParams.get('choice') ?? '') as unknown

test('a date that is sold out leads to its waiting list; one with a place left asks how many come', () => {
  const { id, html, sellOut } = caves()
  expect(html()).toContain('name="n-adult"')
  expect(sellOut().ok).toBe(true)
  expect(linkTo(html())).toContain(`/b/boathouse/waiting-list/${id}?`)
  expect(choiceOf(html())).toStrictEqual({ session: id, people: { adult: 1, child: 0 }, private: false })
  expect(choiceOf(html('&n-adult=1&n-child=2'))).toStrictEqual({ session: id, people: { adult: 1, child: 2 }, private: false })
})

test('who waits for an adult and two children waits for the three of them, as one item at the price that booking them has', () => {
  const { listing, id, customer, sellOut } = caves()
  sellOut()
  const alone = { session: id, people: { adult: 1 }, private: false }
  const kinds = read((db) => activities.party?.kinds(db, listing, alone)) ?? []
  expect(kinds.map(({ label, priceMinor, count }) => [label, priceMinor, count])).toEqual([['Adult', 1200, 1], ['Child', 900, 0]])
  const together = activities.party?.choice(alone, { adult: 1, child: 2 }) as Readonly<Record<string, unknown>>
  const joined = joinLine(customer, { sessionId: id, listingId: listing.id, choices: [together], name: 'Carla', email: 'carla@example.test' })
  expect(joined).toMatchObject({ ok: true, value: { quantity: 3, choices: [{ people: { adult: 1, child: 2 } }] } })
  expect(read((db) => quote(db, customer, [{ listing, choice: together }]))).toMatchObject({ ok: true, value: { priced: { totalMinor: 2700 } } })
})
