import { beforeEach, describe, expect, test } from 'vitest'
import { addDaysOff } from '~/core/schedules/index.server'
import { i18nFor } from '~/platform/words/i18n'
import { everyDay, hours } from '../../../tests/world/schedules'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, withDatabase } from '../../../tests/world/world'
import { changeSession, createSeries, createSession, moveSession, sessionRefusalWords, type SessionDraft, type SessionRefusal, type SettingTerms } from './index.server'

withDatabase()

let boathouse: Boathouse
beforeEach(() => {
  boathouse = new Boathouse()
  hours(boathouse.owner, boathouse.guides.Ana, everyDay(9, 17, [1, 2, 3, 4, 5]))
})

const set = (start: string, { anyHours = false, ...more }: Partial<SessionDraft> & SettingTerms = {}) => createSession(boathouse.owner, boathouse.draft(start, { staffId: boathouse.guides.Ana, ...more }), { anyHours })
const why = (answer: { readonly ok: true } | { readonly ok: false; readonly refusal: SessionRefusal }) => (answer.ok ? 'set' : sessionRefusalWords(i18nFor('en'), answer.refusal, 'Europe/Lisbon'))
const dayOff = (date: string) => expect(addDaysOff(boathouse.owner, boathouse.guides.Ana, { from: date, to: date, reason: null }).ok).toBe(true)

describe('a date whose guide does not work then', () => {
  test('is refused with the guide’s name and hours, and nothing is left of it', () => {
    expect(why(set('2026-11-10T16:00'))).toBe('Ana works 09:00–17:00 on Tue 10 Nov 2026, not at this time.')
    expect(why(set('2026-11-14T10:00'))).toBe('Ana does not work on Sat 14 Nov 2026.')
    expect(rows('SELECT 1 FROM listing_sessions')).toHaveLength(0)
  })

  test('is set all the same where whoever sets it says so', () => {
    expect(why(set('2026-11-14T10:00', { anyHours: true }))).toBe('set')
  })

  test('is refused on a day off, and set within the hours of any other', () => {
    dayOff('2026-11-10')
    expect(why(set('2026-11-10T10:00'))).toBe('Ana does not work on Tue 10 Nov 2026.')
    expect(why(set('2026-11-11T10:00'))).toBe('set')
  })

  test('may lie at any hour of a guide without weekly hours, who has days off all the same', () => {
    const rui = { staffId: boathouse.guides.Rui }
    expect(why(set('2026-11-14T22:00', rui))).toBe('set')
    expect(addDaysOff(boathouse.owner, boathouse.guides.Rui, { from: '2026-11-16', to: '2026-11-16', reason: null }).ok).toBe(true)
    expect(why(set('2026-11-16T10:00', rui))).toBe('Rui does not work on Mon 16 Nov 2026.')
  })

  test('may last through the nights where it takes days, as long as none of them is off', () => {
    const trek = { durationMinutes: 2 * 24 * 60 }
    expect(why(set('2026-11-10T10:00', trek))).toBe('set')
    expect(why(set('2026-11-13T10:00', trek))).toBe('Ana does not work on Sat 14 Nov 2026.')
  })
})

describe('dates by a rule', () => {
  const series = (more: { readonly skip?: string[]; readonly anyHours?: boolean } = {}) =>
    createSeries(boathouse.owner, { ...boathouse.draft('2026-11-10T10:00'), staffId: boathouse.guides.Ana, rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4', skip: more.skip ?? [] }, { anyHours: more.anyHours ?? false })

  test('tell every one on which the guide is off; they may be left out, or set all the same', () => {
    dayOff('2026-11-17')
    dayOff('2026-12-01')
    const refused = series()
    expect(why(refused)).toBe('Ana does not work on Tue 17 Nov 2026. 1 other date lies outside of these hours too.')
    expect(refused).toMatchObject({ refusal: { kind: 'off-hours', dates: [{ date: '2026-11-17' }, { date: '2026-12-01' }] } })
    expect(series({ skip: ['2026-11-17', '2026-12-01'] })).toMatchObject({ ok: true, value: { sessions: { length: 2 } } })
  })

  test('set all the same are all there', () => {
    dayOff('2026-11-17')
    expect(series({ anyHours: true })).toMatchObject({ ok: true, value: { sessions: { length: 4 } } })
  })
})

describe('a date that is set', () => {
  test('moves within its guide’s hours, or beyond them where it is said so', () => {
    const tour = boathouse.session('2026-11-10T10:00', { staffId: boathouse.guides.Ana })
    const move = (anyHours: boolean) => moveSession(boathouse.owner, { sessionId: tour.id, scope: 'one', start: '2026-11-10T18:00', reason: null, anyHours })
    expect(why(move(false))).toContain('Ana works 09:00–17:00')
    expect(boathouse.when(tour.id)).toContain('2026-11-10T10:00')
    expect(why(move(true))).toBe('set')
  })

  test('is given to somebody who works then; what else changes asks nobody’s hours', () => {
    const tour = boathouse.session('2026-11-14T10:00', { staffId: boathouse.guides.Rui })
    const change = (changes: { staffId: string } | { capacity: number }, anyHours = false) => changeSession(boathouse.owner, { sessionId: tour.id, scope: 'one', changes, anyHours })
    expect(why(change({ staffId: boathouse.guides.Ana }))).toBe('Ana does not work on Sat 14 Nov 2026.')
    expect(boathouse.now(tour.id).staffId).toBe(boathouse.guides.Rui)
    expect(why(change({ staffId: boathouse.guides.Ana }, true))).toBe('set')
    expect(why(change({ capacity: 12 }))).toBe('set')
  })
})
