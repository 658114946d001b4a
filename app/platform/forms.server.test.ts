import * as z from 'zod'
import { expect, test } from 'vitest'
import { readForm } from './forms.server'

const schema = z.object({ name: z.string({ error: 'Enter your name' }), secret: z.string().optional() })

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what was typed comes back beside the sentence, and what is secret does not', () => {
  const read = readForm(form({ secret: 'hunter2' }), schema, ['secret'])
  expect(read.ok).toBe(false)
  expect(read.again()).toMatchObject({ error: { name: ['Enter your name'] } })
  expect(JSON.stringify(read.again())).not.toContain('hunter2')
})

test('a use case adds its own sentences to fields and to the whole', () => {
  const read = readForm(form({ name: 'Ana' }), schema)
  if (!read.ok) throw new Error('It has a name')
  expect(read.again({ name: 'Somebody has this name', '': 'Try again' })).toMatchObject({
    initialValue: { name: 'Ana' },
    error: { name: ['Somebody has this name'], '': ['Try again'] },
  })
})

test('commands that no page of ours sends are not obeyed', () => {
  expect(readForm(form({ name: 'Ana', __intent__: 'garbage', __state__: '{' }), schema)).toMatchObject({ ok: true, value: { name: 'Ana' } })
})
