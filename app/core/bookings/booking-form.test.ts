import { describe, expect, test } from 'vitest'
import { readForm } from '~/platform/forms.server'
import { i18nFor } from '~/platform/words/i18n'
import { answerName, bookForm, typedNames, type AskedQuestion } from './booking-form'

const i18n = i18nFor('en')
const question = (kind: AskedQuestion['kind'], required: boolean, options: string[] = []): AskedQuestion => ({ id: kind, label: 'How long is your hair?', kind, required, options })
const person = { name: 'Ana', email: 'ana@example.test', key: 'a-random-key' }

function read(fields: Record<string, string>, questions: readonly AskedQuestion[] = []) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return readForm(form, bookForm(i18n, questions))
}

test('a name, an address and a key are enough', () => {
  const sent = read(person)
  expect(sent.ok && sent.value).toEqual(person)
})

test('what is left empty is not there', () => {
  const sent = read({ ...person, phone: '', note: '', attendee: '' })
  expect(sent.ok && sent.value).toEqual(person)
})

test('every refused field says what to do', () => {
  const sent = read({ name: 'n'.repeat(201), email: 'nobody', phone: 'ring me', attendee: 'a'.repeat(201), note: 'n'.repeat(2001), key: 'x' })
  expect(sent.ok).toBe(false)
  expect(sent.again().error).toEqual({
    name: ['Enter a name of at most 200 letters'],
    email: ['Write your e-mail address in full, like name@example.com'],
    phone: ['Write a telephone number like +351 912 345 678, or leave it empty'],
    attendee: ['Enter a name of at most 200 letters'],
    note: ['Write a note of at most 2,000 letters'],
    key: ['The form was not complete. Send it once more'],
  })
})

describe('a question', () => {
  test('that must be answered is asked again', () => {
    expect(read(person, [question('text', true)]).again().error).toEqual({ 'answer-text': ['Answer: How long is your hair?'] })
  })

  test('that may be left is left', () => {
    expect(read(person, [question('long-text', false)]).ok).toBe(true)
  })

  test.each([
    ['choice', 'short', true],
    ['choice', 'bald', false],
    ['yes-no', 'yes', true],
    ['yes-no', 'perhaps', false],
  ] as const)('of the kind %s takes “%s”: %s', (kind, answer, taken) => {
    expect(read({ ...person, [answerName({ id: kind })]: answer }, [question(kind, true, ['short', 'long'])]).ok).toBe(taken)
  })

  test('carries its answer from page to page', () => {
    expect(typedNames([question('text', true)])).toContain('answer-text')
  })
})

test('whoever comes along may leave a name and an address, and a wrong address is said beside its field', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...person, 'attendee-0-name': 'Rui', 'attendee-1-email': 'rui' })) form.set(name, value)
  const sent = readForm(form, bookForm(i18n, [], 2))
  expect(sent.ok).toBe(false)
  expect(sent.again().error).toEqual({ 'attendee-1-email': ['Write an e-mail address in full, like name@example.com, or leave it empty'] })
  expect(typedNames([], 2)).toEqual(expect.arrayContaining(['attendee-0-name', 'attendee-1-email']))
})
