import type { SubmissionResult } from '@conform-to/react'
import { placesOf } from '~/core/allocation/index.server'
import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { staffOf, storesOf } from '~/core/businesses/index.server'
import { categoryById, extraOf, fieldsOf, offeredCategories, type Category, type Extra, type Field } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { actOnRows, readRowsAct, type RowsAct } from '~/kernel/form-rows'
import { saveService, type ServiceDetails } from './save-service.server'
import { serviceErrors } from './refusal-words'
import { serviceFormWith, type ServiceValues } from './service-form'
import type { Service } from './queries.server'

/** What the editor offers to choose from. People and places out of use are shown only where the service has them. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: ServiceDetails) {
  return {
    currency: ctx.business.currency,
    businessTerms: termsWords(ctx.i18n, paymentSettings(db, ctx.businessId).terms),
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    people: staffOf(db, ctx.businessId).filter(({ id, active }) => active || details.staffIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    places: placesOf(db, ctx.businessId).filter(({ id, active }) => active || details.placeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    stores: storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || details.storeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    categories: offeredCategories(db, ['appointments'], details.extra ? [details.extra.categoryId] : []).map(({ id, path }) => ({ value: id, label: path })),
    asked: askedBy(db, details.extra && categoryById(db, details.extra.categoryId)),
  }
}

/** What the category of a service asks now, and the mark of that version which the form carries. */
export interface Asked {
  readonly fields: readonly Field[]
  readonly mark: string
}

function askedBy(db: Db, category: Category | null): Asked {
  return category ? { fields: fieldsOf(db, category.id, category.version), mark: `${category.id}@${category.version}` } : { fields: [], mark: '' }
}

/** A service that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): ServiceDetails {
  const people = staffOf(db, ctx.businessId).filter(({ active }) => active)
  return {
    title: '', description: null, section: null, priceMinor: null,
    durationMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 120, windowDays: 60, stepMinutes: 15,
    approval: false, policyId: null, payment: null, staffChoice: people.length > 0 ? 'may' : 'places', seats: people.length > 0 ? null : 1,
    storeIds: storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map(({ id }) => id),
    staffIds: people.map(({ id }) => id), placeIds: [], questions: [], extra: null,
  }
}

/** A service in the words of its form. */
export function editorValues(ctx: BusinessCtx, details: ServiceDetails) {
  const { priceMinor, approval, seats, questions, extra, payment, ...rest } = details
  return {
    ...rest,
    description: rest.description ?? '',
    section: rest.section ?? '',
    policyId: rest.policyId ?? '',
    price: priceMinor === null ? '' : decimalText(priceMinor, ctx.business.currency, ctx.i18n.locale),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    seats: seats === null ? '' : String(seats),
    categoryId: extra?.categoryId ?? '',
    extra: valuesAsTyped(extra),
    questions: questionValues(questions),
  }
}

/** `again`: the form once more with what was typed, and with what its category asks; `wrong` tells whether something in it has to be mended. */
export type EditorAnswer = { readonly saved: Service } | { readonly again: SubmissionResult; readonly asked: Asked; readonly wrong: boolean }

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the service. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer {
  const category = readDatabase((db) => chosenCategory(db, ctx, form.get('categoryId'), listingId))
  const asked = readDatabase((db) => askedBy(db, category))
  const read = readForm(form, serviceFormWith(ctx.i18n, asked.fields))
  const act = readRowsAct(form.get('rows'))
  if (act) return { again: withRows(read.again(), act), asked, wrong: false }
  if (form.get('rows') === 'category') return { again: asTyped(read.again()), asked, wrong: false }
  if (!read.ok) return { again: read.again(), asked, wrong: true }
  const again = (errors: FormErrors) => ({ again: read.again(errors), asked, wrong: true }) as const
  if (category && asked.fields.length > 0 && form.get('asked') !== asked.mark) {
    return again({ categoryId: ctx.i18n.t('Fill in what {title} asks, then save', { title: category.title }) })
  }
  const priceMinor = read.value.price === null ? null : parseMoney(read.value.price, ctx.business.currency, ctx.i18n.locale)
  if (read.value.price !== null && (priceMinor === null || priceMinor < 0)) {
    return again({ price: ctx.i18n.t('Enter an amount such as {example}, or leave it empty', { example: decimalText(4550, ctx.business.currency, ctx.i18n.locale) }) })
  }
  const saved = saveService(ctx, listingId, detailsIn(read.value, priceMinor, category))
  return saved.ok ? { saved: saved.value } : again(serviceErrors(ctx.i18n, saved.refusal))
}

// One that cannot be chosen asks nothing; saving says so.
function chosenCategory(db: Db, ctx: BusinessCtx, chosen: FormDataEntryValue | null, listingId: string | null): Category | null {
  const kept = listingId === null ? null : extraOf(db, ctx.businessId, listingId)
  return offeredCategories(db, ['appointments'], kept ? [kept.categoryId] : []).find(({ id }) => id === chosen) ?? null
}

function detailsIn({ price: _written, categoryId, extra, ...value }: ServiceValues, priceMinor: number | null, category: Category | null): ServiceDetails {
  return {
    ...value,
    priceMinor,
    approval: value.approval === 'yes',
    seats: value.seats ?? null,
    questions: questionsIn(value.questions),
    extra: categoryId === null ? null : { categoryId, version: category?.version ?? 0, values: extra },
  }
}

function valuesAsTyped(extra: Extra | null): Record<string, string> {
  const typed = (value: Extra['values'][string]) => (typeof value === 'boolean' ? (value ? 'on' : '') : String(value ?? ''))
  return Object.fromEntries(Object.entries(extra?.values ?? {}).map(([key, value]) => [key, typed(value)]))
}

/** What was typed, without a word about mistakes. */
function asTyped({ initialValue }: SubmissionResult): SubmissionResult {
  return { initialValue: initialValue ?? {} }
}

function withRows(typed: SubmissionResult, act: RowsAct): SubmissionResult {
  const values = typed.initialValue ?? {}
  const rows = Array.isArray(values.questions) ? values.questions : []
  return { initialValue: { ...values, questions: actOnRows(rows, act, freshQuestion) } }
}
