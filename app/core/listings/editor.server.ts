import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import type * as z from 'zod'
import type { BusinessCtx } from '~/kernel/ctx'
import { actOnRows, readRowsAct, type RowsAct } from '~/kernel/form-rows'
import { invalid } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { storesOf } from '../businesses/index.server'
import { categoryById, fieldsOf, offeredCategories, type Category } from './categories.server'
import { extraOf, type Extra } from './listing-category.server'
import type { Field, FieldValue } from './model/field-schema'

/** What a category asks now, and the mark of that version which the form carries. */
export interface Asked {
  readonly fields: readonly Field[]
  readonly mark: string
}

/** The categories that an editor offers a listing of a trade, and what the one that it is in asks. */
export function editorCategories(db: Db, domain: string, extra: Extra | null) {
  return {
    categories: offeredCategories(db, [domain], extra ? [extra.categoryId] : []).map(({ id, path }) => ({ value: id, label: path })),
    asked: askedBy(db, extra && categoryById(db, extra.categoryId)),
  }
}

/** The open stores, and those where a listing is to be had already. */
export function storeChoices(db: Db, ctx: BusinessCtx, chosen: readonly string[]) {
  return storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || chosen.includes(id)).map(({ id, name }) => ({ value: id, label: name }))
}

/** The stores where a listing that nobody has written yet is to be had. */
export function openStoreIds(db: Db, ctx: BusinessCtx): string[] {
  return storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map(({ id }) => id)
}

/** The category of a listing, and what it says there, in the words of its form. */
export function categoryValues(extra: Extra | null) {
  const typed = (value: FieldValue | undefined) => (typeof value === 'boolean' ? (value ? 'on' : '') : String(value ?? ''))
  return {
    categoryId: extra?.categoryId ?? '',
    extra: Object.fromEntries(Object.entries(extra?.values ?? {}).map(([key, value]) => [key, typed(value)])),
  }
}

/** The form once more with what was typed, and with what its category asks; `wrong` tells whether something in it has to be mended. */
export interface EditorAgain {
  readonly again: SubmissionResult
  readonly asked: Asked
  readonly wrong: boolean
}

export type EditorAnswer<Saved> = { readonly saved: Saved } | EditorAgain

/** What was typed, in the shape of the trade's form, and the category of it; `wrong` brings the form back with a sentence beside each field. */
export interface EditorRead<Values> {
  readonly value: Values
  readonly extra: Extra | null
  readonly wrong: (errors: FormErrors) => EditorAgain
}

interface EditorForm<Schema> {
  readonly domain: string
  /** The listing that is changed; null: a new one. */
  readonly listingId: string | null
  /** The trade's form with what the category that is chosen asks. */
  readonly formWith: (fields: readonly Field[]) => Schema
  /** A question that nobody has written yet. */
  readonly freshQuestion: Readonly<Record<string, string>>
}

type EditorValues = { readonly categoryId: string | null; readonly extra: Extra['values'] }

/** Reads what the editor of a listing sent. A button beside its questions or its category brings the form back and saves nothing. */
export function readEditor<Schema extends z.ZodType<EditorValues>>(
  ctx: BusinessCtx,
  form: FormData,
  { domain, listingId, formWith, freshQuestion }: EditorForm<Schema>,
): EditorRead<z.output<Schema>> | EditorAgain {
  const category = read((db) => chosenCategory(db, ctx, domain, listingId, form.get('categoryId')))
  const asked = read((db) => askedBy(db, category))
  const sent = readForm(form, formWith(asked.fields))
  const act = readRowsAct(form.get('rows'))
  if (act) return { again: withQuestions(sent.again(), act, freshQuestion), asked, wrong: false }
  if (form.get('rows') === 'category') return { again: asTyped(sent.again()), asked, wrong: false }
  if (!sent.ok) return { again: sent.again(), asked, wrong: true }
  const wrong = (errors: FormErrors) => ({ again: sent.again(errors), asked, wrong: true })
  if (category && asked.fields.length > 0 && form.get('asked') !== asked.mark) {
    return wrong({ categoryId: ctx.i18n.t('Fill in what {title} asks, then save', { title: category.title }) })
  }
  const { categoryId, extra: values } = sent.value
  return { value: sent.value, extra: categoryId === null ? null : { categoryId, version: category?.version ?? 0, values }, wrong }
}

/** Shows the form once more; 422 where something in it has to be mended. */
export function showAgain({ again, asked, wrong }: EditorAgain) {
  const page = { result: again, asked }
  return wrong ? invalid(page) : data(page)
}

function askedBy(db: Db, category: Category | null): Asked {
  return category ? { fields: fieldsOf(db, category.id, category.version), mark: `${category.id}@${category.version}` } : { fields: [], mark: '' }
}

// One that cannot be chosen asks nothing; saving says so.
function chosenCategory(db: Db, ctx: BusinessCtx, domain: string, listingId: string | null, chosen: FormDataEntryValue | null): Category | null {
  const kept = listingId === null ? null : extraOf(db, ctx.businessId, listingId)
  return offeredCategories(db, [domain], kept ? [kept.categoryId] : []).find(({ id }) => id === chosen) ?? null
}

/** What was typed, without a word about mistakes. */
function asTyped({ initialValue }: SubmissionResult): SubmissionResult {
  return { initialValue: initialValue ?? {} }
}

function withQuestions(typed: SubmissionResult, act: RowsAct, fresh: Readonly<Record<string, string>>): SubmissionResult {
  const values = typed.initialValue ?? {}
  const rows = Array.isArray(values.questions) ? values.questions : []
  return { initialValue: { ...values, questions: actOnRows(rows, act, fresh) } }
}
