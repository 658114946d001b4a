import { describe, expect, test } from 'vitest'
import { placeBooking } from '~/core/bookings/index.server'
import { timesPage } from '~/core/schedules/index.server'
import { formatInstant } from '~/kernel/time'
import type { BusinessCtx } from '~/kernel/ctx'
import { read } from '~/platform/database.server'
import { at, Salon } from '../../../tests/world/salon'
import { change, theMorning, withDatabase } from '../../../tests/world/world'
import { bookStep, priceOrProblem, visitInMaking, type BookStep } from './book-step.server'
import { askedVisit } from './offered.server'
import { timesOf } from './open-visits.server'
import { shownVisit } from './shown-visit.server'

withDatabase()

const day = '2026-11-04'

function salonOfThree() {
  const salon = new Salon({ chairs: 3, people: ['Ana', 'Rui', 'Zita'] })
  const [ana = '', rui = '', zita = ''] = Object.values(salon.people)
  const cut = salon.service({ staffIds: [ana, rui] })
  const colour = salon.service({ title: 'Colour', priceMinor: 12_000, durationMinutes: 90, staffIds: [rui, zita] })
  change("INSERT OR IGNORE INTO business_domains (business_id, domain, enabled_at) VALUES (?, 'appointments', ?)", salon.owner.businessId, theMorning)
  const ctx = salon.customer()
  const asking = (query: string) => {
    const url = new URL(`https://house.test/b/${ctx.business.slug}/appointments/${cut.listing.slug}/times?${query}`)
    return { slug: cut.listing.slug, query: url.searchParams, url }
  }
  const visit = (query: string) => read((db) => askedVisit(db, ctx, asking(query)))
  const times = (query: string) => read((db) => timesPage(db, ctx, timesOf(db, ctx, askedVisit(db, ctx, asking(query))), new URLSearchParams(query)))
  const onTheDay = (query: string) => times(`${query}&from=${day}`).days.find(({ date }) => date === day)?.times ?? []
  return { salon, ctx, cut, colour, asking, visit, onTheDay }
}

describe('an address', () => {
  test('without more than its service is what it always was', () => {
    const { visit, ctx } = salonOfThree()
    const shown = read((db) => shownVisit(db, ctx, visit('staff=ana'), null))
    expect(shown).toMatchObject({ parts: { length: 1 }, service: { title: 'Cut', person: { name: 'Ana' } }, minutes: 45, priceMinor: 4500 })
  })

  test('names further services and who does each; a service comes once, and five at most', () => {
    const { visit, salon } = salonOfThree()
    for (const title of ['One', 'Two', 'Three', 'Four']) salon.service({ title })
    const { parts } = visit('staff=ana&also=colour&with=zita&also=cut&with=&also=one&with=&also=two&with=&also=three&with=&also=four&with=')
    expect(parts.map(({ service, person }) => [service.listing.title, person?.name ?? null])).toEqual([['Cut', 'Ana'], ['Colour', 'Zita'], ['One', null], ['Two', null], ['Three', null]])
  })

  test('of a service that is not offered, or of somebody who does not do it, is nowhere', () => {
    const { visit } = salonOfThree()
    expect(() => visit('also=massage')).toThrow()
    expect(() => visit('also=colour&with=ana')).toThrow()
  })

  test('asks for one person for everything: the one who is named, or whoever does all of it', () => {
    const { visit } = salonOfThree()
    expect(visit('also=colour&together=yes')).toMatchObject({ onePerson: true })
    expect(visit('staff=rui&also=colour&with=&together=yes').parts.map(({ person }) => person?.name)).toEqual(['Rui', 'Rui'])
    expect(visit('staff=ana&also=colour&with=&together=yes').parts.map(({ person }) => person?.name ?? null)).toEqual(['Ana', null])
  })
})

describe('the times', () => {
  test('are those at which everything fits, and with one person each says who', () => {
    const { onTheDay, salon, colour } = salonOfThree()
    expect(onTheDay('also=colour').at(-1)?.start).toBe(at(`${day}T14:30Z`))
    salon.book(colour, `${day}T10:00Z`, { staff: salon.people.Rui ?? null })
    const starts = (query: string) => onTheDay(query).map(({ start }) => formatInstant(start).slice(11, 16))
    expect(starts('also=colour')).toContain('09:15')
    expect(starts('also=colour&together=yes')).not.toContain('09:15')
    expect(onTheDay('also=colour&together=yes')[0]).toMatchObject({ start: at(`${day}T11:45Z`), person: { slug: 'rui', name: 'Rui' } })
  })
})

describe('the form', () => {
  const orderOf = (ctx: BusinessCtx, step: BookStep) => {
    const items = visitInMaking(ctx, step).items?.({}) ?? []
    return { key: 'a-key-of-a-visit', contact: { name: 'Marta', email: 'marta@example.test', phone: null }, note: null, channel: 'online', items } as const
  }

  test('prices the whole visit and makes one order of it', () => {
    const { asking, ctx } = salonOfThree()
    const step = read((db) => bookStep(db, ctx, asking(`also=colour&start=${day}T10:00Z`)))
    const { priced } = read((db) => priceOrProblem(db, ctx, step))
    expect(priced).toMatchObject({ totalMinor: 16_500, lines: [{ title: 'Cut' }, { title: 'Colour' }, { kind: 'tax' }, { kind: 'tax' }] })
    const order = orderOf(ctx, step)
    expect(order.items.map(({ choice }) => choice)).toEqual([{ start: `${day}T10:00Z`, staff: null, store: null }, { start: `${day}T10:55Z`, staff: null, store: null, follows: true }])
    expect(placeBooking(ctx, order).ok).toBe(true)
    expect(placeBooking(ctx, order), 'sent twice it is one booking').toMatchObject({ ok: true })
  })

  test('whoever loses the race is shown when the whole visit fits', () => {
    const { asking, ctx, salon, colour } = salonOfThree()
    const step = read((db) => bookStep(db, ctx, asking(`staff=rui&also=colour&with=rui&start=${day}T10:00Z`)))
    salon.book(colour, `${day}T11:00Z`, { staff: salon.people.Rui ?? null, who: 'Faster' })
    const answer = placeBooking(ctx, orderOf(ctx, step))
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'taken', item: 1 } })
    if (answer.ok) return
    const { refusal } = answer
    if (refusal.kind !== 'taken') return
    const refused = read((db) => visitInMaking(ctx, step).refused(db, refusal))
    // Rui is busy from 11:00 to 12:40, and both together take him two hours and a half.
    expect(refused).toMatchObject({ status: 409, alternatives: [at(`${day}T12:45Z`), at(`${day}T13:00Z`), at(`${day}T13:15Z`)] })
  })

  test('a time that lies on no grid, and one at which only the first fits, are refused with those that do', () => {
    const { asking, ctx } = salonOfThree()
    const problem = (start: string) => {
      const step = read((db) => bookStep(db, ctx, asking(`also=colour&start=${day}T${start}Z`)))
      return read((db) => priceOrProblem(db, ctx, step)).problem
    }
    expect(problem('10:07')).toMatchObject({ status: 422, alternatives: { length: 3 } })
    expect(problem('15:00')).toMatchObject({ status: 422, alternatives: { length: 3 } })
    expect(problem('14:30')).toBeNull()
  })
})
