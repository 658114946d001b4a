import { textContent, getElementsByTagName } from 'domutils'
import { beforeAll, expect, test } from 'vitest'
import { prepareTown, serve } from '../serving'
import { formsOf, visitor, type Page } from '../visitor'

// A bar in Lisbon, open into the night, whose tables are booked by the hour.
const table = '/b/lua-cheia/appointments/mesa-para-quatro'
const guest = { name: 'Ana Ferreira', email: 'ana@example.org', key: 'key-of-the-night', website: '', website_at: '1' }

beforeAll(() => void prepareTown())

test('on the night the clocks go forward no skipped time is offered, and one that is asked for is refused with what was typed', async () => {
  const house = await serve({ jobs: false, env: { GUILDHALL_NOW: '2027-03-22T09:00:00Z' } })
  try {
    const ana = visitor(house.url)
    const week = await ana.get(`${table}/times?from=2027-03-22`)
    const offered = timesOn(week, '2027-03-28')
    expect(offered.length).toBeGreaterThan(0)
    expect(offered.filter(({ label }) => label.startsWith('01:'))).toEqual([])
    const skipped = await ana.post(`${table}/book?start=2027-03-28T01:30`, guest)
    expect(skipped.status).toBe(422)
    expect(textContent(skipped.document)).toContain('There is no such time on the calendar.')
    expect(formsOf(skipped).flatMap(({ fields }) => fields.name ?? [])).toContain(guest.name)
  } finally {
    await house.stop()
  }
})

test('on the night the clocks go back both hours of the same name are offered, told apart by their offset and each to be booked', async () => {
  const house = await serve({ jobs: false, env: { GUILDHALL_NOW: '2026-10-20T09:00:00Z' } })
  try {
    const ana = visitor(house.url)
    const week = await ana.get(`${table}/times?from=2026-10-19`)
    const twice = timesOn(week, '2026-10-25').filter(({ label }) => label.startsWith('01:00'))
    expect(twice.map(({ label }) => label)).toEqual(['01:00 GMT+1', '01:00 GMT+0'])
    for (const [at, { href }] of twice.entries()) {
      const answer = await ana.post(href, { ...guest, key: `${guest.key}-${at}`, checked: 'yes' })
      expect(answer.status, textContent(answer.document).slice(0, 2000)).toBe(303)
    }
  } finally {
    await house.stop()
  }
})

function timesOn(page: Page, date: string): { label: string; href: string }[] {
  const day = getElementsByTagName('li', page.document).find((item) => getElementsByTagName('h3', item).some((heading) => getElementsByTagName('time', heading)[0]?.attribs.datetime === date))
  return day ? getElementsByTagName('a', day).map((link) => ({ label: textContent(link).trim(), href: link.attribs.href ?? '' })) : []
}
