import { describe, expect, test } from 'vitest'
import { Badge, Tag, Tally } from './badge'
import { Button } from './button'
import { Chips } from './chips'
import { ConfirmPage } from './confirm-page'
import { Desk, type DeskGroup, DeskMenu } from './desk'
import { Details } from './details'
import { EmptyState } from './empty-state'
import { Colophon, DemoBanner, Masthead, SkipLink } from './masthead'
import { Notice } from './notice'
import { Breadcrumb, Card, Kicker, Section, Spread, TitleLine } from './page'
import { Pager, Stepper } from './pager'
import { Picture } from './picture'
import { PlainList } from './plain-list'
import { Portrait } from './portrait'
import { complaintsFail, render } from './testing'

complaintsFail()

const groups: DeskGroup[] = [
  {
    links: [
      { href: '/overview', label: 'Overview', icon: 'sun', current: 'page' },
      { href: '/calendar', label: 'Calendar', icon: 'calendar' },
      { href: '/bookings', label: 'Bookings', icon: 'list', tally: { count: 3, about: 'wait for an answer' } },
      { href: '/messages', label: 'Messages', icon: 'message' },
      { href: '/listings', label: 'Listings', icon: 'image' },
    ],
  },
  { label: 'Domains', links: [{ href: '/calendar?domain=appointments', label: 'Appointments', domain: 'appointments' }] },
]

describe('a frame', () => {
  test('of a public page begins with the way to the content', () => {
    const html = render(
      <>
        <SkipLink />
        <DemoBanner mailboxHref="/dev/mailbox" />
        <Masthead
          name="Guildhall"
          href="/"
          links={[
            { href: '/search', label: 'Search', icon: 'search' },
            { href: '/log-in', label: 'Log in', deskOnly: true },
          ]}
        />
        <main id="main" />
        <Colophon about="Harbour Salon" links={[{ href: '/pt', label: 'Português', lang: 'pt' }]} />
      </>,
    )
    expect(html.startsWith('<a class="skip" href="#main">')).toBe(true)
    expect(html).toContain('lang="pt" hrefLang="pt"')
  })

  test('of the dashboard has four tabs on a phone and the rest on the menu page', () => {
    const desk = render(
      <Desk firm={{ name: 'Casa Azul', href: '/b/casa-azul' }} menuHref="/menu" groups={groups}>
        <TitleLine title="3 November 2026" kicker="Tuesday" />
      </Desk>,
    )
    expect(desk).toContain('<a href="/overview" aria-current="page">')
    expect(desk).toContain('<span class="tally">3<span class="sr"> wait for an answer</span></span>')
    expect(desk.match(/<li class="more">/g)).toHaveLength(2)
    const menu = render(<DeskMenu firm="Casa Azul" groups={groups} />)
    expect(menu).toContain('<h2 class="kicker after">Domains</h2>')
  })

  test('spreads, sections and cards have names', () => {
    const html = render(
      <Spread label="Price" aside={<Card domain="events">€45.00</Card>} width="wide" sticky>
        <Breadcrumb nav="Where you are" href="/" label="All results" />
        <Kicker>Harbour Salon</Kicker>
        <Section id="hours" title="Hours" aside={<p>Lisbon time</p>} domain="appointments">
          <p>Open</p>
        </Section>
      </Spread>,
    )
    expect(html).toContain('<section class="section band" data-domain="appointments" aria-labelledby="hours"><header><h2 id="hours">')
    expect(html).toContain('<aside class="stack summary" aria-label="Price">')
  })
})

describe('small things', () => {
  test('say in words what they show in colour', () => {
    const html = render(
      <>
        <Badge tone="wait">Needs an answer</Badge> <Badge>Expired</Badge> <Tag domain="events">Events</Tag>{' '}
        <Tally count={2} about="unread" />
        <Notice tone="good" announce>
          <p>Your visit is moved.</p>
        </Notice>
        <Notice>
          <p>All times are Lisbon time.</p>
        </Notice>
        <Picture image={{ src: '/img/harbour.svg', alt: 'The quay', width: 1280, height: 400 }} cover />
        <Details summary="More">
          <PlainList flush fine items={[{ key: 'a', content: 'Soap' }]} />
        </Details>
        <Chips
          label="View"
          chips={[
            { href: '/week', label: 'Week', current: 'page', count: 3 },
            { href: '/e', label: 'Events', domain: 'events' },
          ]}
        />
        <Pager newer="?before=1" older="?after=2" position="14–26 of 214" />
        <Stepper label="Weeks" earlier={{ href: '?from=1', label: '2–8 Nov' }} />
      </>,
    )
    expect(html).toContain('<div class="notice good" role="status">')
    expect(html).toContain('<span class="badge wait">Needs an answer</span>')
    expect(html).toContain('width="1280" height="400" loading="eager"')
    expect(html).toContain('<a href="/week" aria-current="page">')
    expect(html).toContain('rel="next"')
  })

  test('a pager of one page is nothing', () => {
    expect(render(<Pager />)).toBe('')
  })

  test('initials survive one name, many names and emoji', () => {
    expect(render(<Portrait name="Inês de Carvalho" />)).toContain('>IC<')
    expect(render(<Portrait name="  rita " />)).toContain('>R<')
    expect(render(<Portrait name="🌊 Sea" />)).toContain('>🌊S<')
    expect(render(<Portrait name="" />)).toContain('></span>')
  })

  test('a picture of many sizes leaves the choice to the browser, and a portrait says nothing beside its name', () => {
    const image = { alt: 'Rita', width: 640, height: 480, src: '/a.jpg', srcSet: '/a.jpg 640w', sources: [{ type: 'image/avif', srcSet: '/a.avif 640w' }] }
    expect(render(<Picture image={image} sizes="50vw" />)).toMatch(
      /^<picture><source type="image\/avif" srcSet="\/a.avif 640w" sizes="50vw"\/><img class="picture" src="\/a.jpg" srcSet="\/a.jpg 640w" sizes="50vw" alt="Rita" width="640" height="480" loading="lazy"/i,
    )
    expect(render(<Portrait name="Rita" image={image} />)).toContain('alt=""')
  })

  test('an empty list and a dangerous act say what to do next', () => {
    const html = render(
      <>
        <EmptyState title="Nobody has booked yet" actions={<Button href="/new">Enter a booking</Button>}>
          <p>Show your page to people.</p>
        </EmptyState>
        <ConfirmPage
          back={{ href: '/b', label: 'Back to your booking', nav: 'Where you are' }}
          title="Cancel your visit?"
          consequence={<p>You will be refunded €31.50.</p>}
        >
          <form method="post">
            <Button variant="danger">Cancel and refund €31.50</Button>
          </form>
        </ConfirmPage>
      </>,
    )
    expect(html).toContain('<section class="empty" aria-labelledby="nothing">')
    expect(html).toContain('<h1>Cancel your visit?</h1>')
  })
})
