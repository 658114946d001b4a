import { expect, test } from 'vitest'
import { extraOf, removeCategory, saveCategory } from '~/core/listings/index.server'
import { read } from '~/platform/database.server'
import { Salon } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { detailsOf, duplicateService } from './arrange-services.server'
import { answerEditor, editorValues } from './editor.server'
import { serviceById } from './queries.server'
import type { ServiceDetails } from './save-service.server'

withDatabase()

function filledIn(salon: Salon, changes: Readonly<Record<string, string | null>> = {}): FormData {
  const cut = salon.service({ questions: [{ id: null, label: 'Length?', hint: null, kind: 'choice', required: true, options: ['Short', 'Long'] }] })
  const form = new FormData()
  const values = read((db) => editorValues(salon.owner, detailsOf(db, salon.owner, cut)))
  const { questions, extra, payment, staffIds, placeIds, storeIds, ...single } = values
  for (const [name, value] of Object.entries(single)) form.set(name, String(value))
  for (const [name, list] of Object.entries({ staffIds, placeIds, storeIds })) for (const id of list) form.append(name, id)
  for (const [key, value] of Object.entries(payment)) form.set(`payment.${key}`, value)
  Object.entries(extra).forEach(([key, value]) => form.set(`extra.${key}`, value))
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
  ['payment.kind', null, 'Choose when customers pay'],
  ['payment.kind', 'some day', 'Choose when customers pay'],
  ['payment.kind', 'deposit', 'Enter a whole number from 1 to 99'],
  ['payment.percent', '100', 'Enter a whole number from 1 to 99'],
  ['payment.restDays', '366', 'Enter a whole number from 1 to 365'],
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

function hairCut(salon: Salon, required = ['length']) {
  const properties = { length: { type: 'string', enum: ['Short', 'Long'], title: 'Hair length' }, vegan: { type: 'boolean', title: 'Vegan' }, weeks: { type: 'integer', title: 'Weeks', maximum: 52 } }
  const saved = saveCategory(salon.owner, null, { title: 'Hair cut', domain: 'appointments', parentId: null, schema: { type: 'object', properties, required } })
  if (!saved.ok) throw new Error('No category')
  return saved.value
}

test.each<[Readonly<Record<string, string>>, ServiceDetails['payment']]>([
  [{ 'payment.kind': 'on-arrival' }, { kind: 'on-arrival' }],
  [{ 'payment.kind': 'in-full', 'payment.percent': '30' }, { kind: 'in-full' }],
  [{ 'payment.kind': 'deposit', 'payment.percent': '30' }, { kind: 'deposit', percent: 30, restDays: null }],
  [{ 'payment.kind': 'deposit', 'payment.percent': '30', 'payment.restDays': '7' }, { kind: 'deposit', percent: 30, restDays: 7 }],
])('%j says when it is paid; a copy is paid like it', (typed, payment) => {
  const salon = new Salon()
  const form = filledIn(salon, typed)
  expect(send(salon, form)).toMatchObject({ saved: { payment } })
  const id = String(form.get('listing'))
  expect(read((db) => serviceById(db, salon.owner.businessId, id))?.payment).toEqual(payment)
  expect(duplicateService(salon.owner, id)).toMatchObject({ value: { payment } })
  form.set('payment.kind', 'as-business')
  expect(send(salon, form)).toMatchObject({ saved: { payment: null } })
})

test('a category is chosen by a button that shows what it asks, then filled in, kept and copied', () => {
  const salon = new Salon()
  const category = hairCut(salon)
  const form = filledIn(salon, { categoryId: category.id, rows: 'category', title: '' })
  const shown = send(salon, form)
  expect(shown).toMatchObject({ wrong: false, asked: { mark: `${category.id}@1`, fields: [{ key: 'length' }, { key: 'vegan' }, { key: 'weeks' }] } })
  form.delete('rows')
  form.set('title', 'Cut')
  form.set('extra.length', 'Long')
  expect(send(salon, form)).toMatchObject({ wrong: true, again: { error: { categoryId: ['Fill in what Hair cut asks, then save'] } } })
  form.set('asked', `${category.id}@1`)
  form.set('extra.weeks', '6')
  expect(send(salon, form)).toMatchObject({ saved: { listing: { title: 'Cut' } } })
  const id = String(form.get('listing'))
  const extra = { categoryId: category.id, version: 1, values: { length: 'Long', vegan: false, weeks: 6 } }
  expect(read((db) => extraOf(db, salon.owner.businessId, id))).toEqual(extra)
  const copy = duplicateService(salon.owner, id)
  expect(copy.ok && read((db) => extraOf(db, salon.owner.businessId, copy.value.listing.id))).toEqual(extra)
  expect(removeCategory(salon.owner, category.id)).toEqual({ ok: true, value: 'retired' })
  const later = duplicateService(salon.owner, id)
  expect(later.ok && read((db) => extraOf(db, salon.owner.businessId, later.value.listing.id))).toBeNull()
})

test.each<[Readonly<Record<string, string>>, Readonly<Record<string, string[]>>]>([
  [{}, { 'extra.length': ['Hair length: choose one of the answers'] }],
  [{ 'extra.length': 'Medium' }, { 'extra.length': ['Hair length: choose one of the answers'] }],
  [{ 'extra.length': 'Long', 'extra.weeks': 'some' }, { 'extra.weeks': ['Weeks: enter a whole number'] }],
  [{ 'extra.length': 'Long', 'extra.weeks': '53' }, { 'extra.weeks': ['Weeks: enter 52 or less'] }],
])('%j in the fields of a category gets its sentence, and stays', (typed, sentences) => {
  const salon = new Salon()
  const category = hairCut(salon)
  const answer = send(salon, filledIn(salon, { categoryId: category.id, asked: `${category.id}@1`, ...typed }))
  if (!('again' in answer)) throw new Error('It was saved')
  expect(answer.again.error).toEqual(sentences)
  expect(answer.again.initialValue).toMatchObject({ categoryId: category.id })
  if (typed['extra.weeks']) expect(answer.again.initialValue).toMatchObject({ extra: { weeks: typed['extra.weeks'] } })
})

test('a category that is not offered is refused, and one that asks nothing is taken at once', () => {
  const salon = new Salon()
  expect(send(salon, filledIn(salon, { categoryId: 'no-such' }))).toMatchObject({ wrong: true, again: { error: { categoryId: ['This category cannot be chosen any more. Choose another one, or none.'] } } })
  const plain = saveCategory(salon.owner, null, { title: 'Plain', domain: 'appointments', parentId: null, schema: { type: 'object' } })
  expect(plain.ok && 'saved' in send(salon, filledIn(salon, { categoryId: plain.value.id }))).toBe(true)
})
