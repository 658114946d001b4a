import { expect, test } from 'vitest'
import { switchDomains } from '~/core/businesses/index.server'
import { read } from '~/platform/database.server'
import { complaintsFail, render } from '~/ui/testing'
import { ConcertHall } from '../../../../tests/world/concert-hall'
import { withDatabase } from '../../../../tests/world/world'
import { eventPage } from '../event-page.server'
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
