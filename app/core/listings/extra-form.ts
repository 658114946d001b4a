import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { isLocalDate } from '~/kernel/time'
import { mostLetters, type Field, type FieldValue } from './model/field-schema'

/** The form that the fields of a category make: a value by its key, nothing for what is left empty. A box that is not ticked says no. */
export function extraForm(i18n: I18n, fields: readonly Field[]): z.ZodType<Record<string, FieldValue | undefined>> {
  return z.object(Object.fromEntries(fields.map((field) => [field.key, field.required ? valueForm(i18n, field) : emptyOr(valueForm(i18n, field), field)])))
}

function emptyOr(value: z.ZodType<FieldValue>, { kind }: Field): z.ZodType<FieldValue | undefined> {
  return kind === 'boolean' ? value : value.optional()
}

function valueForm(i18n: I18n, field: Field): z.ZodType<FieldValue> {
  switch (field.kind) {
    case 'string':
    case 'text':
      return textForm(i18n, field)
    case 'integer':
    case 'number':
      return numberForm(i18n, field)
    case 'boolean':
      return z.boolean().default(false)
    case 'enum':
      return z.enum([...field.options], { error: i18n.t('{title}: choose one of the answers', { title: field.title }) })
    case 'date': {
      const sentence = i18n.t('{title}: enter a date such as 2027-03-28', { title: field.title })
      return z.string({ error: sentence }).refine(isLocalDate, sentence)
    }
  }
}

function textForm(i18n: I18n, { title, kind, min, max }: Field): z.ZodType<FieldValue> {
  const least = Math.max(1, min ?? 0)
  const most = max ?? mostLetters[kind === 'text' ? 'text' : 'string']
  const missing = i18n.t('{title}: fill this in', { title })
  const tooShort = least === 1 ? missing : i18n.t('{title}: write at least {least} letters', { title, least })
  return z.string({ error: missing }).trim().min(least, tooShort).max(most, i18n.t('{title}: write at most {most} letters', { title, most }))
}

function numberForm(i18n: I18n, { title, kind, min, max }: Field): z.ZodType<FieldValue> {
  const whole = kind === 'integer'
  const sentence = whole ? i18n.t('{title}: enter a whole number', { title }) : i18n.t('{title}: enter a number such as 1.5', { title })
  const number = whole ? z.number({ error: sentence }).int(sentence) : z.number({ error: sentence })
  return number
    .min(min ?? -Number.MAX_SAFE_INTEGER, min === null ? sentence : i18n.t('{title}: enter {min} or more', { title, min }))
    .max(max ?? Number.MAX_SAFE_INTEGER, max === null ? sentence : i18n.t('{title}: enter {max} or less', { title, max }))
}
