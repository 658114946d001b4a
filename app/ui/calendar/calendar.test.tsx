import { describe, expect, test } from 'vitest'
import { complaintsFail, render } from '../testing'
import { DayColumns } from './day-columns'
import { WeekGrid } from './week-grid'

complaintsFail()

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

test('what is low or narrow says its name before the domain’s word', () => {
  const trim = {
    key: 'trim',
    from: 960,
    to: 980,
    href: '/trim',
    dateTime: '2026-11-06T16:00',
    time: '16:00',
    until: '16:20',
    domain: 'appointments',
    kind: 'Appointment',
    title: 'Beard trim',
  }
  const html = render(
    <DayColumns nonce="n" shown={{ from: 480, to: 1200 }} people={[{ key: 'dr', name: 'Duarte Reis', entries: [trim] }]} />,
  )
  expect(html).toContain('class="entry low"')
  expect(html).toMatch(/<b>Beard trim<\/b>.*<span class="tag">Appointment<\/span>/)
})

test('in a week what takes less than an hour says its name before the domain’s word too, so that it is not cut off', () => {
  const entry = (key: string, to: number) => ({
    key, from: 960, to, href: `/${key}`, dateTime: '2026-11-06T16:00', time: '16:00', until: '17:00', domain: 'appointments', kind: 'Appointment', title: key,
  })
  const html = (to: number) => render(<WeekGrid nonce="n" shown={{ from: 480, to: 1200 }} days={[{ date: '2026-11-06', href: '/6', entries: [entry('Scalp treatment', to)] }]} />)
  for (const brief of [1000, 1015]) expect(html(brief)).toMatch(/<b>Scalp treatment<\/b>.*<span class="tag">Appointment<\/span>/)
  expect(html(1020)).toMatch(/<span class="tag">Appointment<\/span>.*<b>Scalp treatment<\/b>/)
})
