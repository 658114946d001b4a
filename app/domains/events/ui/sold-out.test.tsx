import { expect, test } from 'vitest'
import { switchDomains } from '~/core/businesses/index.server'
import { entriesOf, joinLine, lineOf } from '~/core/waiting-list/index.server'
import { read } from '~/platform/database.server'
import { complaintsFail, render } from '~/ui/testing'
import { ConcertHall } from '../../../../tests/world/concert-hall'
import { withDatabase } from '../../../../tests/world/world'
import { eventPage } from '../event-page.server'
import { saveQuota } from '../save-quota.server'
import { Tickets } from './tickets'

withDatabase()
complaintsFail()

const linkTo = (html: string) => /href="(\/b\/[^"]*waiting-list[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

test('a ticket that is sold out leads to the waiting list of its date; one that is left does not', () => {
  const hall = new ConcertHall()
  expect(switchDomains(hall.owner, { enabled: ['events'], defaultDomain: 'events' }).ok).toBe(true)
  const concert = hall.event()
  const evening = hall.date(concert, '2026-12-05T19:30', 1)
  const standing = hall.ticket(concert)
  hall.publish(concert)
  const html = () => {
    const url = new URL(`https://guildhall.test/b/granary-hall/events/${concert.listing.slug}?date=${evening.id}`)
    return render(<Tickets page={read((db) => eventPage(db, hall.customer(), { slug: concert.listing.slug, query: url.searchParams, url }))} />)
  }
  expect(linkTo(html())).toBeUndefined()
  hall.buy(evening, [standing])
  const to = new URL(linkTo(html()) ?? '', 'https://guildhall.test')
  expect(to.pathname).toBe(`/b/granary-hall/waiting-list/${evening.id}`)
  expect(JSON.parse(to.searchParams.get('choice') ?? '')).toStrictEqual({ session: evening.id, ticket: standing.id, code: null, shownMinor: null })
})

test('who waits for one kind of ticket may wait for another of the same date: an entry each', () => {
  const hall = new ConcertHall()
  const concert = hall.event()
  const evening = hall.date(concert, '2026-12-05T19:30', 1)
  const [standing, seated] = [hall.ticket(concert), hall.ticket(concert, { title: 'Seated' })]
  hall.publish(concert)
  hall.buy(evening, [standing])
  const waitFor = (ticket: string) => {
    const choices = [{ session: evening.id, ticket, code: null, shownMinor: null }]
    const joined = joinLine(hall.customer(), { sessionId: evening.id, listingId: concert.listing.id, choices, name: 'Carla', email: 'carla@example.test' })
    return joined.ok ? joined.value.id : joined.refusal.kind
  }
  const [first, second] = [waitFor(standing.id), waitFor(seated.id)]
  expect(second).not.toBe(first)
  expect([waitFor(standing.id), waitFor(seated.id)]).toEqual([first, second])
  expect(read((db) => lineOf(db, hall.owner.businessId, evening.id)).map(({ choices }) => choices[0]?.ticket)).toEqual([standing.id, seated.id])
})

test('more of a quota is kept for who waits for its tickets, in the moment in which the owner gives it', () => {
  const hall = new ConcertHall()
  const concert = hall.event()
  const evening = hall.date(concert, '2026-12-05T19:30', 9)
  const front = hall.quota(concert, 'Front', 1)
  const standing = hall.ticket(concert, { quotaIds: [front.id] })
  hall.publish(concert)
  hall.buy(evening, [standing])
  const choices = [{ session: evening.id, ticket: standing.id, code: null, shownMinor: null }]
  expect(joinLine(hall.customer(), { sessionId: evening.id, listingId: concert.listing.id, choices, name: 'Carla', email: 'carla@example.test' }).ok).toBe(true)
  expect(saveQuota(hall.owner, concert.listing.id, front.id, { name: 'Front', capacity: 2 }).ok).toBe(true)
  expect(read((db) => entriesOf(db, hall.owner.businessId, evening.id)).map(({ status }) => status)).toEqual(['offered'])
})
