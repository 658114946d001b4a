import type { SubmissionResult } from '@conform-to/react'
import { knownTrades } from '~/core/businesses/index.server'
import { categoryById, categoryTree, fieldsOf, problemWords, saveCategory, schemaOf, schemaWords, type Category, type CategoryRefusal, type Field } from '~/core/listings/index.server'
import type { Ctx } from '~/kernel/ctx'
import { actOnRows, readRowsAct } from '~/kernel/form-rows'
import { never } from '~/kernel/result'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { controlOf, fieldsOfRows, previewOf, rowsOfFields } from './category-rows'
import { categoryForm, schemaForm } from './forms'

/** What a category may stand under: a trade, or a category at the top of one; on a change those of its own trade only. */
export function placesFor(db: Db, { i18n }: Ctx, category: Category | null) {
  const tops = categoryTree(db).filter(({ id, parentId, retiredAt }) => parentId === null && id !== category?.id && (retiredAt === null || id === category?.parentId))
  return knownTrades()
    .filter(({ domain }) => category === null || category.domain === domain)
    .flatMap(({ domain, label }) => [
      { value: domain as string, label: i18n.t('{trade}, at the top', { trade: label(i18n) }) },
      ...tops.filter((top) => top.domain === domain).map((top) => ({ value: top.id, label: i18n.t('{trade}, under {title}', { trade: label(i18n), title: top.title }) })),
    ])
}

/** A category in the words of its form; null is one that nobody has written yet. */
export function categoryValues(db: Db, category: Category | null) {
  if (!category) return { title: '', under: '', fields: [] }
  return { title: category.title, under: category.parentId ?? category.domain, fields: rowsOfFields(fieldsOf(db, category.id, category.version)) }
}

/** `again`: the form once more with what was typed and what its fields look like; `wrong` tells whether something has to be mended. */
export type CategoryAnswer = { readonly saved: Category } | { readonly again: SubmissionResult; readonly preview: Field[]; readonly wrong: boolean }

/** Reads what the editor of a category sent: a button beside its rows, which saves nothing, or the category. */
export function answerCategory(ctx: Ctx, form: FormData, categoryId: string | null): CategoryAnswer {
  const read = readForm(form, categoryForm(ctx.i18n))
  const pressed = form.get('rows')
  const act = readRowsAct(pressed)
  if (act || pressed === 'preview') {
    const values = read.again().initialValue ?? {}
    const typed = Array.isArray(values.fields) ? values.fields : []
    const fields = act ? actOnRows(typed, act, { kind: 'string' }) : typed
    return { again: { initialValue: { ...values, fields } }, preview: previewOf(fields), wrong: false }
  }
  const wrong = (again: SubmissionResult) => ({ again, preview: previewOf(again.initialValue?.fields), wrong: true })
  if (!read.ok) return wrong(read.again())
  const { title, under, fields: rows } = read.value
  const fields = fieldsOfRows(rows)
  const saved = saveCategory(ctx, categoryId, { title, ...placeOf(under), schema: schemaOf(fields) })
  return saved.ok ? { saved: saved.value } : wrong(read.again(categoryErrors(ctx, saved.refusal, fields)))
}

/** Reads the fields of a category as somebody wrote them in JSON Schema; null where there is no such category. */
export function answerSchema(ctx: Ctx, form: FormData, categoryId: string): { readonly saved: Category } | { readonly again: SubmissionResult } | null {
  const category = readDatabase((db) => categoryById(db, categoryId))
  if (!category) return null
  const read = readForm(form, schemaForm(ctx.i18n))
  if (!read.ok) return { again: read.again() }
  const schema = parsed(read.value.schema)
  if (schema === undefined) return { again: read.again({ schema: ctx.i18n.t('This is not JSON. Look for a comma or a quotation mark too many or too few.') }) }
  const { title, domain, parentId } = category
  const saved = saveCategory(ctx, category.id, { title, domain, parentId, schema })
  if (saved.ok) return { saved: saved.value }
  const { refusal } = saved
  return { again: read.again(refusal.kind === 'schema' ? { schema: schemaWords(ctx.i18n, refusal.schema) } : categoryErrors(ctx, refusal, [])) }
}

function placeOf(under: string): { domain: string; parentId: string | null } {
  const parent = readDatabase((db) => categoryById(db, under))
  return parent ? { domain: parent.domain, parentId: parent.id } : { domain: under, parentId: null }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function categoryErrors({ i18n }: Ctx, refusal: CategoryRefusal, fields: readonly Field[]): FormErrors {
  switch (refusal.kind) {
    case 'unknown-category':
      return { '': i18n.t('This category is no longer here. Open the list and choose it again.') }
    case 'unknown-domain':
    case 'unfit-parent':
      return { under: i18n.t('Choose a trade, or a category that stands at its top') }
    case 'has-below':
      return { under: i18n.t('Others stand under this one: it stays at the top') }
    case 'domain-fixed':
      return { under: i18n.t('A category stays in its trade') }
    case 'schema': {
      const control = controlOf(refusal.schema, fields)
      return { [control]: schemaSentence(i18n, refusal, control, fields) }
    }
    default:
      return never(refusal)
  }
}

function schemaSentence(i18n: Ctx['i18n'], { schema }: CategoryRefusal & { kind: 'schema' }, control: string, fields: readonly Field[]): string {
  const title = fields[Number(/\d+/.exec(control)?.[0] ?? -1)]?.title
  return title === undefined ? schemaWords(i18n, schema) : i18n.t('At {spot}: {problem}', { spot: `“${title}”`, problem: problemWords(i18n, schema.why) })
}
