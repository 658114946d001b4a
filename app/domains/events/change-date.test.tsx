import { beforeEach, describe, expect, test } from 'vitest'
import { ChangeForm } from '~/core/sessions/index'
import { sessionById, type Session } from '~/core/sessions/index.server'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { i18n, render } from '~/ui/testing'
import { addPerson } from '../../../tests/world/businesses'
import { ConcertHall } from '../../../tests/world/concert-hall'
import { everyDay, hours } from '../../../tests/world/schedules'
import { withDatabase } from '../../../tests/world/world'
import { answerDateChange } from './change-date.server'
import { datePage } from './date-page.server'
import { quotaField } from './event-form'
import { dateFigures, type Event, type Quota } from './index.server'
import { dateWords } from './ui/date-words'
import { QuotaFields } from './ui/quota-fields'

withDatabase()

let hall: ConcertHall
let concert: Event
let tables: Quota
let evening: Session
let ana: string
beforeEach(() => {
  hall = new ConcertHall()
  concert = hall.event()
  tables = hall.quota(concert, 'Tables', 10)
  evening = hall.date(concert, '2026-12-05T19:30', 40)
  ana = addPerson(hall.owner.businessId, 'Ana')
  hours(hall.owner, ana, everyDay(9, 17))
})

const stands = () => read((db) => sessionById(db, hall.owner.businessId, evening.id)) ?? evening
const page = () => read((db) => datePage(db, hall.owner as MemberCtx, stands()))

/** Sends what the desk's page shows, with these fields as they were changed. */
const send = (changed: Readonly<Record<string, string>>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...page().values, ...changed })) if (typeof value !== 'object') form.append(name, String(value))
  return answerDateChange(hall.owner, form, stands())
}
const now = () => {
  const { places, quotas } = read((db) => dateFigures(db, hall.owner, stands()))
  return { leads: stands().staffId, places: places.capacity, tables: quotas[0]?.figures.capacity }
}

describe('who leads a date of an event', () => {
  test('can be changed when the date is set, with its places and quotas', () => {
    const rui = addPerson(hall.owner.businessId, 'Rui')
    expect(send({ staffId: rui, capacity: '30', [quotaField(tables.id)]: '5' })).toBeNull()
    expect(now()).toEqual({ leads: rui, places: 30, tables: 5 })
    expect(page().guide).toBe('Rui')
    expect(send({ staffId: '' })).toBeNull()
    expect(now()).toEqual({ leads: null, places: 30, tables: 5 })
  })

  test('is asked whether they work then, and may be set all the same', () => {
    const answer = send({ staffId: ana })
    expect(answer).toMatchObject({ init: { status: 409 }, data: { offHours: true, result: { error: { staffId: ['Ana works 09:00–17:00 on Sat 5 Dec 2026, not at this time.'] } } } })
    expect(now().leads).toBeNull()
    const shown = page()
    const html = render(
      <ChangeForm date={shown} {...dateWords(i18n)} answer={answer?.data}>
        <QuotaFields quotas={shown.quotas} />
      </ChangeForm>,
    )
    expect(html).toContain('Ana works 09:00–17:00')
    expect(html).toContain('name="anyHours"')
    expect(html).toContain(`value="${ana}" selected=""`)
    expect(html).toMatch(new RegExp(`name="${quotaField(tables.id)}"[^>]*value="10"`))
    expect(send({ staffId: ana, anyHours: 'on' })).toBeNull()
    expect(now().leads).toBe(ana)
  })

  test('stays as it is where a quota that was sent with it cannot be', () => {
    const seat = hall.ticket(concert, { quotaIds: [tables.id] })
    hall.publish(concert)
    hall.buy(evening, [seat, seat])
    const rui = addPerson(hall.owner.businessId, 'Rui')
    const answer = send({ staffId: rui, capacity: '30', [quotaField(tables.id)]: '1' })
    expect(answer).toMatchObject({ init: { status: 409 }, data: { offHours: false, result: { error: { [quotaField(tables.id)]: [expect.stringContaining('2')] } } } })
    expect(now()).toEqual({ leads: null, places: 40, tables: 10 })
  })
})
