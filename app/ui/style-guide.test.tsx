import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { Badge } from './badge'
import { BulkBar } from './bulk-bar'
import { BarChart } from './chart'
import { DataTable } from './data-table'
import { DaySheet } from './day-sheet'
import { Facts } from './facts'
import { Figures } from './figures'
import { History } from './history'
import { HoursList } from './hours-list'
import { iconNamed } from './icon'
import { iconNames } from './icons/names'
import { MenuList } from './menu-list'
import { PriceLines } from './price-lines'
import { Slip } from './slip'
import { SlotWeek } from './slot-week'
import { Steps } from './steps'
import { complaintsFail, i18n, render } from './testing'
import { formatDuration, Time, When } from './when'

complaintsFail()

const lisbon = 'Europe/Lisbon'
const evening = Date.UTC(2026, 10, 3, 18, 0)
const hour = 3_600_000

describe('lists and tables', () => {
  test('rows of several figures say on a phone which is which', () => {
    const table = (columns: readonly string[]) =>
      render(
        <DataTable
          caption="Tickets"
          fold
          rows={[{ id: 'stalls' }]}
          rowKey={({ id }) => id}
          columns={[{ key: 'id', heading: 'Title', names: true, cell: ({ id }) => id }, ...columns.map((heading) => ({ key: heading, heading, place: 'end' as const, cell: () => '7' }))]}
        />,
      )
    expect(table(['Sold', 'Left'])).toContain('<td role="cell" class="end" data-label="Sold">7</td><td role="cell" class="end" data-label="Left">7</td>')
    expect(table(['Sold'])).toContain('<table role="table" class="table fold"><caption>')
  })

  test('a table names its rows, keeps its roles and says how it is sorted', () => {
    const html = render(
      <form method="post">
        <BulkBar summary="2 bookings" acts={[{ href: '/refusal', label: 'Decline…', asks: true }, { href: '/confirmation', label: 'Confirm ticked' }]} />
        <DataTable
          caption="Bookings, latest first"
          quietCaption
          fold
          tick={{ name: 'ref', heading: 'Tick', value: (row) => (row.ref === 'CA-3' ? null : row.ref), ticked: true, label: (row) => `Tick ${row.ref}, ${row.who}` }}
          rows={[
            { ref: 'CA-1', who: 'Ana', total: '€45.00' },
            { ref: 'CA-2', who: 'Li Wei', total: '€9.00' },
            { ref: 'CA-3', who: 'Rui', total: '€5.00' },
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
    expect(html).toContain('<input type="checkbox" name="ref" checked="" value="CA-1"/><span class="sr">Tick CA-1, Ana</span>')
    expect(html).not.toContain('CA-3')
    expect(html).toContain('<button type="submit" class="button quiet" formaction="/refusal" formMethod="get">Decline…</button>')
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
