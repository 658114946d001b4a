import { describe, expect, test } from 'vitest'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, withDatabase } from '../../../tests/world/world'
import { addSessions, answerDates } from './index.server'

withDatabase()

/** Sends the form of new dates with these fields. */
function send(fields: Readonly<Record<string, string>>) {
  const boathouse = new Boathouse()
  const form = new FormData()
  for (const [name, value] of Object.entries({ date: '2026-12-08', time: '09:00', durationMinutes: '120', every: '1', ...fields })) form.append(name, value)
  return answerDates(boathouse.owner, form, { listingId: boathouse.tour.id, stores: [boathouse.store] }, (dates) => addSessions(boathouse.owner, dates))
}
const made = () => rows<{ day: string }>('SELECT substr(local_start, 1, 10) AS day FROM listing_sessions ORDER BY 1').map(({ day }) => day)
const refused = (field: string, sentence: string) => ({ init: { status: 422 }, data: { result: { error: { [field]: [sentence] } } } })

describe('the form of new dates', () => {
  test.each([
    ['daily', ['2026-12-08', '2026-12-09', '2026-12-10']],
    ['weekly', ['2026-12-08', '2026-12-15', '2026-12-22']],
    ['monthly-day', ['2026-12-08', '2027-01-08', '2027-02-08']],
    ['monthly-weekday', ['2026-12-08', '2027-01-12', '2027-02-09']],
    ['monthly-last', ['2026-12-29', '2027-01-26', '2027-02-23']],
  ])('makes dates that come again %s', (repeats, dates) => {
    expect(send({ repeats, times: '3' })).toStrictEqual({ added: 3 })
    expect(made()).toStrictEqual(dates)
  })

  test('leaves out the dates that are written one a line, and says which line is none', () => {
    expect(send({ repeats: 'weekly', until: '2026-12-31', leaveOut: '2026-12-15\r\n\r\n 2026-12-29 \r\n' })).toStrictEqual({ added: 2 })
    expect(made()).toStrictEqual(['2026-12-08', '2026-12-22'])
    expect(send({ repeats: 'weekly', leaveOut: '2026-12-15\n25 December' })).toMatchObject(refused('leaveOut', '“25 December” is no date. Write one a line, such as 2027-03-28'))
  })

  test('ends once: not before it begins, and by a date or by a number', () => {
    expect(send({ repeats: 'daily', until: '2026-12-07' })).toMatchObject(refused('until', 'Choose an end that is not before the first date'))
    expect(send({ repeats: 'daily', until: '2026-12-20', times: '3' })).toMatchObject(refused('times', 'Say when it ends or how many times, not both'))
    expect(made()).toStrictEqual([])
  })

  test('of one date asks nothing of an end', () => {
    expect(send({ repeats: 'no', until: '2026-12-07', times: '3' })).toStrictEqual({ added: 1 })
    expect(made()).toStrictEqual(['2026-12-08'])
  })
})
