import { describe, expect, test } from 'vitest'
import { categoryById, fieldsOf, saveCategory, type Category } from '~/core/listings/index.server'
import { read } from '~/platform/database.server'
import { installWorld } from '../../../tests/world/businesses'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { answerCategory, answerSchema, categoryValues } from './category-editor.server'

withDatabase()

const properties = { hair_length: { type: 'string', enum: ['Short', 'Long'], title: 'Hair length', description: 'Of the customer.' }, weeks: { type: 'integer', title: 'Weeks', minimum: 1 } }

function cut(): Category {
  installWorld()
  const saved = saveCategory(contextAt(), null, { title: 'Cut', domain: 'appointments', parentId: null, schema: { type: 'object', properties, required: ['weeks'] } })
  if (!saved.ok) throw new Error('No category')
  return saved.value
}

function sent(category: Category, changes: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  const { title, under, fields } = read((db) => categoryValues(db, category))
  form.set('title', title)
  form.set('under', under)
  fields.forEach((row, at) => Object.entries(row).forEach(([name, value]) => value !== '' && form.set(`fields[${at}].${name}`, value)))
  for (const [name, value] of Object.entries(changes)) form.set(name, value)
  return form
}

const fieldsNow = ({ id }: Category) => read((db) => fieldsOf(db, id, categoryById(db, id)?.version ?? 0))

describe('the editor of a category', () => {
  test('what it shows can be sent back as it is', () => {
    const category = cut()
    expect(answerCategory(contextAt(), sent(category), category.id)).toMatchObject({ saved: { version: 1, title: 'Cut' } })
  })

  test('a new row gets a key of its title, which it keeps when its title changes', () => {
    const category = cut()
    const colour = { 'fields[2].title': 'Hair length', 'fields[2].kind': 'string', 'fields[3].title': '色', 'fields[3].kind': 'boolean' }
    expect(answerCategory(contextAt(), sent(category, colour), category.id)).toMatchObject({ saved: { version: 2 } })
    expect(fieldsNow(category).map(({ key }) => key)).toEqual(['hair_length', 'weeks', 'hair_length_2', 'field_4'])
    answerCategory(contextAt(), sent({ ...category, version: 2 }, { 'fields[2].title': 'Shape' }), category.id)
    expect(fieldsNow(category)[2]).toMatchObject({ key: 'hair_length_2', title: 'Shape' })
  })

  test.each<[Readonly<Record<string, string>>, Readonly<Record<string, string[]>>]>([
    [{ title: ' ' }, { title: ['Enter a title'] }],
    [{ under: '' }, { under: ['Choose where it stands'] }],
    [{ under: 'piracy' }, { under: ['Choose a trade, or a category that stands at its top'] }],
    [{ under: 'events' }, { under: ['A category stays in its trade'] }],
    [{ 'fields[0].title': '' }, { 'fields[0].title': ['Write what the field is called, or remove its row'] }],
    [{ 'fields[0].kind': 'file' }, { 'fields[0].kind': ['Choose what is filled in'] }],
    [{ 'fields[0].options': 'Short' }, { 'fields[0].options': ['At “Hair length”: write from 2 to 50 different answers'] }],
    [{ 'fields[1].min': 'few' }, { 'fields[1].min': ['Enter a number, or leave it empty'] }],
    [{ 'fields[1].min': '1.5' }, { 'fields[1].min': ['At “Weeks”: enter a limit that the field can have: letters are counted in whole numbers'] }],
    [{ 'fields[1].min': '9', 'fields[1].max': '3' }, { 'fields[1].max': ['At “Weeks”: the greatest lies below the least'] }],
    [{ 'fields[1].key': 'a.b' }, { 'fields[1].title': ['At “Weeks”: a key begins with a small letter and has at most 40 letters, digits and _'] }],
  ])('%o gets its sentence, and what was typed stays', (changes, sentences) => {
    const category = cut()
    const answer = answerCategory(contextAt(), sent(category, { 'fields[0].help': 'Typed with care', ...changes }), category.id)
    if ('saved' in answer) throw new Error('It was saved')
    expect(answer.wrong).toBe(true)
    expect(answer.again.error).toEqual(sentences)
    expect(answer.again.initialValue).toMatchObject({ fields: [{ help: 'Typed with care' }, {}] })
    expect(rows('SELECT version FROM category_versions')).toEqual([{ version: 1 }])
  })

  test('a button beside its rows changes them, shows the form that they make, and saves nothing', () => {
    const category = cut()
    const press = (rowsAct: string, more: Readonly<Record<string, string>> = {}) => answerCategory(contextAt(), sent(category, { title: '', rows: rowsAct, ...more }), category.id)
    expect(press('add')).toMatchObject({ wrong: false, again: { initialValue: { fields: [{}, {}, { kind: 'string' }] } }, preview: [{ key: 'hair_length' }, { key: 'weeks' }] })
    expect(press('down-0')).toMatchObject({ preview: [{ key: 'weeks' }, { key: 'hair_length' }] })
    expect(press('remove-0')).toMatchObject({ preview: [{ key: 'weeks', required: true }] })
    expect(press('preview', { 'fields[0].options': 'Short' })).toMatchObject({ wrong: false, preview: [{ key: 'weeks' }] })
    expect(rows('SELECT title, version FROM categories')).toEqual([{ title: 'Cut', version: 1 }])
  })
})

describe('the schema written by hand', () => {
  const answer = (category: Category, text: string) => {
    const form = new FormData()
    form.set('schema', text)
    return answerSchema(contextAt(), form, category.id)
  }

  test('is saved as a new version', () => {
    const category = cut()
    expect(answer(category, JSON.stringify({ type: 'object', properties: { vegan: { type: 'boolean', title: 'Vegan' } } }))).toMatchObject({ saved: { version: 2 } })
    expect(fieldsNow(category)).toMatchObject([{ key: 'vegan', kind: 'boolean' }])
  })

  test.each([
    ['{', 'This is not JSON. Look for a comma or a quotation mark too many or too few.'],
    ['[]', 'At the whole schema: this has to be an object'],
    ['{"type":"object","$ref":"#"}', 'At $ref: this word is not among those that a category may use'],
    ['{"type":"object","properties":{"a":{"type":"string","title":"A","pattern":"x"}}}', 'At properties/a/pattern: this word is not among those that a category may use'],
    ['{"type":"object","properties":{"a":{"type":"array","title":"A"}}}', 'At properties/a/type: the type has to be string, integer, number or boolean'],
  ])('%s is refused with its place', (text, sentence) => {
    expect(answer(cut(), text)).toMatchObject({ again: { error: { schema: [sentence] } } })
    expect(rows('SELECT version FROM category_versions')).toEqual([{ version: 1 }])
  })

  test('of a category that is gone is nobody’s', () => {
    expect(answer({ ...cut(), id: 'gone' }, '{}')).toBeNull()
  })
})
