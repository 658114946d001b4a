import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { Salon } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { detailsOf } from './arrange-services.server'
import { answerEditor, editorValues } from './editor.server'

withDatabase()

function filledIn(salon: Salon, changes: Readonly<Record<string, string | null>> = {}): FormData {
  const cut = salon.service({ questions: [{ id: null, label: 'Length?', hint: null, kind: 'choice', required: true, options: ['Short', 'Long'] }] })
  const form = new FormData()
  const values = read((db) => editorValues(salon.owner, detailsOf(db, salon.owner, cut)))
  const { questions, staffIds, placeIds, storeIds, ...single } = values
  for (const [name, value] of Object.entries(single)) form.set(name, String(value))
  for (const [name, list] of Object.entries({ staffIds, placeIds, storeIds })) for (const id of list) form.append(name, id)
  questions.forEach((row, at) => Object.entries(row).forEach(([name, value]) => value !== '' && form.set(`questions[${at}].${name}`, value)))
  for (const [name, value] of Object.entries(changes)) {
    form.delete(name)
    if (value !== null) form.set(name, value)
  }
  form.set('listing', cut.listing.id)
  return form
}

const send = (salon: Salon, form: FormData) => answerEditor(salon.owner, form, String(form.get('listing')))

test('what the editor shows can be sent back as it is', () => {
  const salon = new Salon()
  const form = filledIn(salon)
  const before = rows('SELECT * FROM services, questions, service_staff, service_places')
  expect(send(salon, form)).toMatchObject({ saved: { listing: { priceMinor: 4500, title: 'Cut' } } })
  expect(rows('SELECT * FROM services, questions, service_staff, service_places')).toEqual(before)
})

test.each<[string, string | null, string]>([
  ['title', '', 'Enter a title'],
  ['title', 'x'.repeat(10_000), 'Write at most 120 characters'],
  ['price', 'cheap', 'Enter an amount such as 45.50, or leave it empty'],
  ['price', '-5', 'Enter an amount such as 45.50, or leave it empty'],
  ['durationMinutes', 'an hour', 'Enter a whole number from 5 to 1440'],
  ['durationMinutes', '4', 'Enter a whole number from 5 to 1440'],
  ['stepMinutes', null, 'Enter a whole number from 5 to 1440'],
  ['staffIds', null, 'Choose who offers it, or say above that it needs no person'],
  ['staffIds', 'somebody', 'Choose among the people of your business'],
  ['placeIds', 'somewhere', 'Choose among the rooms and chairs of your business'],
  ['storeIds', null, 'Choose at least one of your stores'],
  ['staffChoice', 'robot', 'Choose who it needs'],
  ['questions[0].label', '', 'Write the question, or remove its row'],
  ['questions[0].options', 'Only one', 'Write at least two answers to choose from, each on a line of its own'],
  ['questions[0].id', 'another', 'This question is no longer here. Remove its row and write it anew.'],
])('%s = %j gets its sentence, and what was typed stays', (name, value, sentence) => {
  const salon = new Salon()
  const answer = send(salon, filledIn(salon, { [name]: value, description: 'Typed with care' }))
  if (!('again' in answer)) throw new Error('It was saved')
  expect(answer.wrong).toBe(true)
  expect(Object.values(answer.again.error ?? {}).flat()).toEqual([sentence])
  expect(answer.again.initialValue).toMatchObject({ description: 'Typed with care' })
  if (value && !name.includes('.') && !name.endsWith('Ids')) expect(answer.again.initialValue?.[name]).toBe(value)
})

test('places without a number of them', () => {
  const salon = new Salon()
  const answer = send(salon, filledIn(salon, { staffChoice: 'places' }))
  expect(answer).toMatchObject({ wrong: true, again: { error: { seats: ['Enter a whole number from 1 to 10000'] } } })
})

test('a button beside the questions brings everything back with its rows changed, says nothing of mistakes and saves nothing', () => {
  const salon = new Salon()
  const form = filledIn(salon, { title: '' })
  form.set('rows', 'add')
  const answer = send(salon, form)
  expect(answer).toMatchObject({ wrong: false, again: { initialValue: { questions: [{ label: 'Length?' }, { kind: 'text' }] } } })
  expect('again' in answer && answer.again.error).toBeUndefined()
  form.set('rows', 'remove-0')
  expect(send(salon, form)).toMatchObject({ again: { initialValue: { questions: [] } } })
  expect(rows('SELECT title FROM listings')).toEqual([{ title: 'Cut' }])
})
