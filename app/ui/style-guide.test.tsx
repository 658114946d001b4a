import { useForm } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { setupI18n } from '@lingui/core'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { WordsProvider } from '~/platform/words/use-i18n'
import { Badge, Tag, Tally } from './badge'
import { BulkBar } from './bulk-bar'
import { Actions, Button, PostButton } from './button'
import { DayColumns } from './calendar/day-columns'
import { WeekGrid } from './calendar/week-grid'
import { BarChart } from './chart'
import { Chips } from './chips'
import { CheckboxField, CheckboxGroup, RadioGroup, SelectField } from './choice-field'
import { ConfirmPage } from './confirm-page'
import { DataTable } from './data-table'
import { DaySheet } from './day-sheet'
import { Desk, type DeskGroup, DeskMenu } from './desk'
import { Details } from './details'
import { EmptyState } from './empty-state'
import { ErrorSummary } from './error-summary'
import { Facts } from './facts'
import { Figures } from './figures'
import { FilterBar, FilterField, FilterSelect } from './filter-bar'
import { HiddenField } from './hidden-field'
import { History } from './history'
import { Honeypot } from './honeypot'
import { HoursList } from './hours-list'
import { iconNamed } from './icon'
import { iconNames } from './icons/names'
import { Colophon, DemoBanner, Masthead, SkipLink } from './masthead'
import { MenuList } from './menu-list'
import { Notice } from './notice'
import { Breadcrumb, Card, Kicker, Section, Spread, TitleLine } from './page'
import { Pager, Stepper } from './pager'
import { Picture } from './picture'
import { PlainList } from './plain-list'
import { Portrait } from './portrait'
import { PriceLines } from './price-lines'
import { Slip } from './slip'
import { SlotWeek } from './slot-week'
import { Steps } from './steps'
import { DateField, MoneyField, PasswordField, TextArea, TextField, TimeField } from './text-field'
import { formatDuration, Time, When } from './when'

const i18n = setupI18n({ locale: 'en', messages: { en: {} } })
const lisbon = 'Europe/Lisbon'
const evening = Date.UTC(2026, 10, 3, 18, 0)
const hour = 3_600_000

let complaints: ReturnType<typeof vi.spyOn>
beforeEach(() => {
  complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  expect(complaints).not.toHaveBeenCalled()
  complaints.mockRestore()
})

/** Renders as the server does and holds the rules of every page: no script, no style attribute, no id twice, every label tied. */
function render(page: ReactNode): string {
  const html = renderToStaticMarkup(<WordsProvider value={i18n}>{page}</WordsProvider>)
  expect(html).not.toContain('<script')
  expect(html).not.toMatch(/\sstyle=/)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, names = ''] of html.matchAll(/(?:\sfor|aria-labelledby|aria-describedby)="([^"]+)"/g)) {
    for (const name of names.split(' ')) expect(ids).toContain(name)
  }
  return html
}

const schema = z.object({
  name: z.string({ error: 'Write your name' }).max(80),
  email: z.email({ error: 'Write your e-mail address in full' }),
  phone: z.string().optional(),
  note: z.string().optional(),
  password: z.string(),
  price: z.string(),
  day: z.string(),
  time: z.string(),
  staff: z.string().optional(),
  dyed: z.enum(['yes', 'no'], { error: 'Say whether your hair was coloured at home' }),
  people: z.array(z.string()).optional(),
  terms: z.literal('on', { error: 'Agree to the rules' }).optional(),
  carried: z.array(z.string()).optional(),
})

function EveryField({ posted }: { posted?: URLSearchParams }) {
  const [form, fields] = useForm({
    id: 'who',
    defaultNoValidate: false,
    lastResult: posted && parseWithZod(posted, { schema }).reply({ hideFields: ['password'] }),
    constraint: { name: { required: true, maxLength: 80 }, email: { required: true }, dyed: { required: true } },
  })
  return (
    <form id={form.id} method="post">
      <ErrorSummary form={form} labels={{ name: 'Your name' }} />
      <TextField field={fields.name} label="Your name" autoComplete="name" enterKeyHint="next" />
      <TextField field={fields.email} label="E-mail address" hint="We send the confirmation here." type="email" autoComplete="email" />
      <TextField field={fields.phone} label="Phone number" type="tel" width="short" />
      <TextArea field={fields.note} label="Note" hint="Allergies?" />
      <PasswordField field={fields.password} label="Password" autoComplete="new-password" />
      <MoneyField field={fields.price} label="Price" currency="EUR" />
      <DateField field={fields.day} label="Day" min="2026-11-03" />
      <TimeField field={fields.time} label="Time" stepMinutes={15} />
      <SelectField field={fields.staff} label="With whom" blank="Anyone" options={[{ value: 'ines', label: 'Inês Carvalho' }]} />
      <RadioGroup
        field={fields.dyed}
        label="Was your hair coloured at home?"
        hint="So that she can plan."
        choices={[
          { value: 'yes', label: 'Yes', hint: '€30.00 more' },
          { value: 'no', label: 'No' },
        ]}
      />
      <CheckboxGroup
        field={fields.people}
        label="People"
        inline
        choices={[
          { value: 'tiago', label: 'Tiago Nunes' },
          { value: 'leonor', label: 'Leonor Brito' },
        ]}
      />
      <CheckboxField field={fields.terms} label="I agree" hint="To the house rules." />
      <HiddenField field={fields.carried} />
      <Honeypot />
      <Actions>
        <Button>Continue</Button>
        <Button variant="plain" href="/back">
          Back
        </Button>
      </Actions>
    </form>
  )
}

describe('a form', () => {
  test('ties every label to its control and marks what may be left out', () => {
    const html = render(<EveryField />)
    expect(html).toContain('<label for="who-name">Your name</label>')
    expect(html).toContain('<label for="who-phone">Phone number (optional)</label>')
    expect(html).toContain('Price, €')
    expect(html).toContain('aria-describedby="who-email-hint"')
    expect(html).toContain('maxLength="80"')
    expect(html).toContain('step="900"')
    expect(html).not.toContain('role="alert"')
    expect(html).not.toContain('novalidate')
  })

  test('after an error keeps what was typed, says it beside the field and links to it from the top', () => {
    const posted = new URLSearchParams([
      ['name', 'Ana “Ferreira” <b>'],
      ['email', 'ana@'],
      ['password', 'secret'],
      ['people', 'leonor'],
      ['staff', 'ines'],
      ['carried', 'one'],
      ['carried', 'two'],
    ])
    const html = render(<EveryField posted={posted} />)
    expect(html).toMatch(/<div class="error-summary" role="alert" aria-labelledby="who-problem" tabindex="-1" autofocus/i)
    expect(html).toContain('<a href="#who-email">Write your e-mail address in full</a>')
    expect(html).toContain('aria-invalid="true" aria-describedby="who-email-hint who-email-error"')
    expect(html).toContain('value="Ana “Ferreira” &lt;b&gt;"')
    expect(html).toContain('<a href="#who-dyed">')
    expect(html).toMatch(/<input id="who-dyed" type="radio"/)
    expect(html).toMatch(/value="leonor" checked|checked="" value="leonor"|value="leonor"[^>]*checked/)
    expect(html).toContain('<option value="ines" selected="">')
    expect(html).toContain('<input type="hidden" name="carried" value="one"/><input type="hidden" name="carried" value="two"/>')
    expect(html).not.toContain('secret')
  })

  test('hides its trap from people and from those who hear the page', () => {
    const html = render(<Honeypot mark="1793000000000" />)
    expect(html).toContain('aria-hidden="true"')
    expect(html).toMatch(/<input name="website" tabindex="-1"/i)
    expect(html).toContain('<input type="hidden" name="website_at" value="1793000000000"/>')
  })

  test('that filters is a form that gets', () => {
    const html = render(
      <FilterBar action="/bookings" search="Bookings" keep={{ sort: 'when' }}>
        <FilterField name="q" label="Name or reference" type="search" value="Ana" broad />
        <FilterSelect
          name="status"
          label="Status"
          value="confirmed"
          options={[
            { value: '', label: 'All' },
            { value: 'confirmed', label: 'Confirmed' },
          ]}
        />
      </FilterBar>,
    )
    expect(html).toContain('<form class="filters keep" method="get" action="/bookings" role="search" aria-label="Bookings">')
    expect(html).toContain('<label for="filter-q">')
    expect(html).toContain('<option value="confirmed" selected="">')
    expect(html).toContain('<input type="hidden" name="sort" value="when"/>')
  })

  test('of one button carries everything in hidden inputs', () => {
    const html = render(
      <PostButton action="/bookings/1/confirmation" fields={{ key: 'k1' }} variant="primary" icon="check">
        Confirm
      </PostButton>,
    )
    expect(html).toContain('<form method="post" action="/bookings/1/confirmation"><input type="hidden" name="key" value="k1"/>')
    expect(html).toContain('<button type="submit" class="button">')
  })
})

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
        <Picture src="/img/harbour.svg" alt="The quay" width={1280} height={400} cover />
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

describe('lists and tables', () => {
  test('a table names its rows, keeps its roles and says how it is sorted', () => {
    const html = render(
      <form method="post">
        <BulkBar summary="2 bookings" acts={[{ value: 'confirm', label: 'Confirm ticked' }]} />
        <DataTable
          caption="Bookings, latest first"
          quietCaption
          fold
          tick={{ name: 'ref', heading: 'Tick', value: (row) => row.ref, label: (row) => `Tick ${row.ref}, ${row.who}` }}
          rows={[
            { ref: 'CA-1', who: 'Ana', total: '€45.00' },
            { ref: 'CA-2', who: 'Li Wei', total: '€9.00' },
          ]}
          rowKey={(row) => row.ref}
          columns={[
            { key: 'who', heading: 'Who', names: true, cell: (row) => row.who, sort: { href: '?sort=who', direction: 'descending' } },
            { key: 'total', heading: 'Total', place: 'end', cell: (row) => row.total },
          ]}
          chosen={(row) => row.ref === 'CA-2'}
          footer={['Together', '€54.00']}
        />
      </form>,
    )
    expect(html).toContain('<table role="table" class="table fold ticks"><caption class="sr">Bookings, latest first</caption>')
    expect(html).toContain('aria-sort="descending"')
    expect(html).toContain('<th role="rowheader" scope="row">Ana</th>')
    expect(html).toContain('<span class="sr">Tick CA-1, Ana</span>')
    expect(html).toContain('<tr role="row" class="chosen">')
  })

  test('facts, steps, prices, hours and history read in order', () => {
    const html = render(
      <>
        <Steps
          label="Steps of your booking"
          steps={[
            { label: 'What', note: 'Colour', href: '/b', state: 'done' },
            { label: 'When', state: 'current' },
            { label: 'Who', state: 'ahead' },
          ]}
        />
        <Facts lined facts={[{ term: 'What', detail: 'Colour, 90 min', changeHref: '/b' }]} />
        <PriceLines
          caption="Price"
          lines={[{ label: 'Colour', amount: '€120.00' }]}
          totals={[{ label: 'Total', note: 'with VAT', amount: '€120.00', weight: 'total' }]}
        />
        <MenuList verb="Book" items={[{ title: 'Cut', price: '€45.00', about: '45 min', href: '/cut' }]} />
        <HoursList
          caption="Opening hours"
          days={[
            { day: 'Monday', hours: [] },
            { day: 'Tuesday', hours: ['09:00–13:00', '14:00–19:00'], today: true },
          ]}
          note="Lisbon time"
        />
        <History happenings={[{ key: '1', what: 'Booked', at: <Time at={evening} zone={lisbon} /> }]} />
        <Figures figures={[{ label: 'Bookings', value: 212, change: { direction: 'down', tone: 'bad', text: '4 fewer' } }]} />
        <Slip date="2026-11-12" label="When and where">
          <p>10:30–12:00</p>
        </Slip>
      </>,
    )
    expect(html).toContain('<li aria-current="step">When')
    expect(html).toContain('Change<span class="sr">: What</span>')
    expect(html).toContain('Tuesday, today')
    expect(html).toContain('<td>Closed</td>')
    expect(html).toContain('Book<span class="sr"> Cut</span>')
    expect(html).toContain('Thursday <b>12</b> November 2026')
  })

  test('a week of times tells two equal times apart and shows the reader’s own', () => {
    const html = render(
      <SlotWeek
        days={[
          {
            date: '2026-10-25',
            slots: [
              { href: '?start=2026-10-25T00:00Z', dateTime: '2026-10-25T00:00Z', time: '01:00 GMT+1', also: '20:00 New York' },
              { href: '?start=2026-10-25T01:00Z', dateTime: '2026-10-25T01:00Z', time: '01:00 GMT+0', also: '21:00 New York' },
            ],
          },
          { date: '2026-10-26', slots: [], none: 'Closed' },
        ]}
      />,
    )
    expect(html).toContain('<time dateTime="2026-10-25">Sun <b>25</b></time><span class="sr"> October</span>')
    expect(html).toContain('<time dateTime="2026-10-25T01:00Z">01:00 GMT+0</time> <small>21:00 New York</small>')
    expect(html).toContain('<p class="none">Closed</p>')
  })

  test('a day sheet marks now between its entries', () => {
    const html = render(
      <DaySheet
        lines={[
          { kind: 'part', label: 'Morning' },
          { kind: 'now', label: 'Now,', dateTime: '2026-11-03T11:05', time: '11:05' },
          {
            kind: 'entry',
            key: 'a',
            domain: 'appointments',
            tag: 'Appointment',
            dateTime: '2026-11-03T11:15',
            time: '11:15',
            until: '12:15',
            href: '/1',
            title: 'Massage',
            who: ['João Pinto', 'Tiago'],
            state: <Badge tone="good">Confirmed</Badge>,
          },
        ]}
      />,
    )
    expect(html).toContain('<li class="now">Now, <time dateTime="2026-11-03T11:05">11:05</time></li>')
    expect(html).toContain('<li data-domain="appointments">')
  })
})

describe('a calendar', () => {
  const entry = (key: string, from: number, to: number) => ({
    key,
    from: from * 60,
    to: to * 60,
    href: `/${key}`,
    dateTime: '2026-11-03T09:00',
    time: '09:00',
    until: '10:00',
    domain: 'appointments',
    kind: 'Appointment',
    title: key,
  })
  const shown = { from: 8 * 60, to: 20 * 60 }

  test('places its entries by one style element with the nonce', () => {
    const html = render(
      <WeekGrid
        nonce="n0nce"
        shown={shown}
        now={{ minutes: 11 * 60 + 5, label: 'It is 11:05 now.' }}
        bars={{
          label: 'Stays',
          items: [
            {
              key: 's',
              firstDay: 1,
              lastDay: 2,
              href: '/s',
              when: 'until Tue 3',
              domain: 'real-estate',
              kind: 'Stay',
              title: 'Terrace Suite',
            },
          ],
        }}
        days={[
          {
            date: '2026-11-02',
            href: '/2',
            entries: [entry('early', 9, 10)],
            gaps: [{ from: 600, to: 720, href: '/new', label: '10:00–12:00 free: book or block' }],
            closed: [{ from: 1140, to: 1200, label: 'Closed' }],
          },
          { date: '2026-11-03', href: '/3', today: true, entries: [entry('a', 9, 11), { ...entry('b', 10, 12), pending: true }] },
        ]}
      />,
    )
    expect(html.match(/<style/g)).toHaveLength(1)
    expect(html).toContain('<style nonce="n0nce">#week{--days:2;--rows:144}')
    expect(html).toContain('#week-0-0{--from:12;--to:24}')
    expect(html).toContain('#week-1-0{--from:12;--to:36;--lane:1;--span:6}#week-1-1{--from:24;--to:48;--lane:7;--span:6}')
    expect(html).toContain('#week-now{--from:37}')
    expect(html).toContain('#week-b0{--first:1;--last:3}')
    expect(html).toContain('<span class="sr"> November, today</span>')
    expect(html).toContain('<li id="week-1-1" class="entry pending" data-domain="appointments">')
  })

  test('points to the day where three or more overlap, and still lists each', () => {
    const html = render(
      <WeekGrid
        nonce="n"
        shown={shown}
        days={[
          {
            date: '2026-11-03',
            href: '/day?on=2026-11-03',
            entries: [entry('a', 9, 11), entry('b', 9, 11), entry('c', 10, 12), entry('d', 15, 16)],
          },
        ]}
      />,
    )
    expect(html).toContain('<a href="/day?on=2026-11-03">09:00–12:00 <b>3 overlap</b>')
    expect(html.match(/class="entry crowded"/g)).toHaveLength(3)
    for (const key of ['a', 'b', 'c', 'd']) expect(html).toContain(`<a href="/${key}">`)
  })

  test('of one day gives each person a column and never hides anybody', () => {
    const html = render(
      <DayColumns
        nonce="n"
        shown={shown}
        people={[{ key: 'rs', name: 'Rita Sousa', about: 'Yoga', entries: [entry('a', 9, 11), entry('b', 9, 11), entry('c', 10, 12)] }]}
      />,
    )
    expect(html).toContain('Rita Sousa <small>Yoga</small>')
    expect(html).not.toContain('crowd')
    expect(html).toContain('--lane:9;--span:4')
  })
})

test('a chart says its figures in a picture with a description and in a table', () => {
  const html = render(
    <BarChart
      id="revenue"
      title="Revenue by week"
      about="It falls from August to October."
      axis="Week of"
      series={[
        { key: 'stays', label: 'Stays', domain: 'real-estate' },
        { key: 'shop', label: 'Shop', domain: 'products' },
      ]}
      bars={[
        { label: '19 Oct', values: { stays: 1640, shop: 220 } },
        { label: '26 Oct', values: { stays: 1730 } },
      ]}
      write={(value) => `€${value}.00`}
    />,
  )
  expect(html).toContain('<svg class="chart" height="216" role="img" aria-labelledby="revenue-title revenue-about">')
  expect(html.match(/<rect /g)).toHaveLength(3)
  expect(html).toContain('>1,860</text>')
  expect(html).toContain(
    '<th scope="row">Together</th><td class="end">€3370.00</td><td class="end">€220.00</td><td class="end">€3590.00</td>',
  )
})

test('a chart without any figures is still a chart', () => {
  expect(render(<BarChart id="c" title="None" about="Nothing yet." axis="Week" series={[]} bars={[]} write={String} />)).not.toContain(
    'NaN',
  )
})

describe('when', () => {
  test('names the zone, and adds the reader’s own time only where it differs', () => {
    expect(render(<When start={evening} end={evening + hour} zone={lisbon} />)).toBe(
      '<time dateTime="2026-11-03T18:00Z">Tue 3 Nov 2026, 18:00–19:00</time> (Lisbon time)',
    )
    expect(render(<When start={evening} end={evening + hour} zone={lisbon} readerZone="America/New_York" />)).toContain(
      '13:00–14:00 in New York',
    )
    expect(render(<When start={evening} end={evening + hour} zone={lisbon} readerZone="Europe/London" />)).not.toContain('London')
    expect(render(<When start={evening} end={evening + hour} zone={lisbon} readerZone="Asia/Tokyo" />)).toContain(
      'Wed 4 Nov, 03:00–04:00 in Tokyo',
    )
  })

  test('durations are short', () => {
    expect([45, 120, 150].map((minutes) => formatDuration(i18n, minutes))).toEqual(['45 min', '2 h', '2 h 30 min'])
  })
})

describe('icons', () => {
  const sprite = readFileSync(fileURLToPath(new URL('./icons/sprite.svg', import.meta.url)), 'utf8')

  test('the sprite has every name, and no other', () => {
    const drawn = [...sprite.matchAll(/<symbol id="i-([a-z]+)" viewBox="0 0 24 24"><[^/]/g)].map((match) => match[1])
    expect(drawn).toEqual([...iconNames])
  })

  test('a name that is not in the sprite is found out at once', () => {
    expect(iconNamed('clock')).toBe('clock')
    expect(() => iconNamed('rocket')).toThrow('rocket')
  })
})
