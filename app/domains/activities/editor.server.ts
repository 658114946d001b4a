import type { SubmissionResult } from '@conform-to/react'
import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { storesOf } from '~/core/businesses/index.server'
import { categoryById, extraOf, fieldsOf, offeredCategories, type Category, type Extra, type Field } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import { actOnRows, readRowsAct, type RowsAct } from '~/kernel/form-rows'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { activityFormWith, type ActivityValues } from './activity-form'
import type { PersonKind } from './model/price'
import type { Activity } from './queries.server'
import { activityErrors } from './refusal-words'
import { mostKinds, saveActivity, type ActivityDetails } from './save-activity.server'

/** What the editor offers to choose from. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: ActivityDetails) {
  return {
    currency: ctx.business.currency,
    businessTerms: termsWords(ctx.i18n, paymentSettings(db, ctx.businessId).terms),
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    stores: storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || details.storeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    categories: offeredCategories(db, ['activities'], details.extra ? [details.extra.categoryId] : []).map(({ id, path }) => ({ value: id, label: path })),
    asked: askedBy(db, details.extra && categoryById(db, details.extra.categoryId)),
  }
}

/** What the category of an activity asks now, and the mark of that version which the form carries. */
export interface Asked {
  readonly fields: readonly Field[]
  readonly mark: string
}

function askedBy(db: Db, category: Category | null): Asked {
  return category ? { fields: fieldsOf(db, category.id, category.version), mark: `${category.id}@${category.version}` } : { fields: [], mark: '' }
}

/** An activity that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): ActivityDetails {
  return {
    title: '', description: null, section: null, durationMinutes: 120, meetingPoint: null, latitude: null, longitude: null, languages: null, minGroup: 1, maxGroup: 12,
    kinds: [{ id: 'adult', label: ctx.i18n.t('Adult'), hint: null, priceMinor: 0, places: 1 }], bulkFrom: null, bulkPercent: null, privateMinor: null, cutOffMinutes: 120,
    bring: null, included: null, approval: false, policyId: null, payment: null,
    storeIds: storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map(({ id }) => id), questions: [], extra: null,
  }
}

/** An activity in the words of its form: with two rows more than it has kinds of person. */
export function editorValues(ctx: BusinessCtx, details: ActivityDetails) {
  const { approval, questions, extra, payment, latitude, longitude, kinds, privateMinor, ...rest } = details
  const written = (minor: number) => decimalText(minor, ctx.business.currency, ctx.i18n.locale)
  const blank = { id: '', label: '', hint: '', price: '', places: '1' }
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value === null ? '' : typeof value === 'number' ? String(value) : value])),
    storeIds: rest.storeIds,
    place: latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`,
    kinds: [...kinds.map(({ id, label, hint, priceMinor, places }) => ({ id, label, hint: hint ?? '', price: written(priceMinor), places: String(places) })), blank, blank].slice(0, mostKinds),
    privatePrice: privateMinor === null ? '' : written(privateMinor),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    categoryId: extra?.categoryId ?? '',
    extra: valuesAsTyped(extra),
    questions: questionValues(questions),
  }
}

/** `again`: the form once more with what was typed, and with what its category asks; `wrong` tells whether something in it has to be mended. */
export type EditorAnswer = { readonly saved: Activity } | { readonly again: SubmissionResult; readonly asked: Asked; readonly wrong: boolean }

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the activity. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer {
  const category = readDatabase((db) => chosenCategory(db, ctx, form.get('categoryId'), listingId))
  const asked = readDatabase((db) => askedBy(db, category))
  const read = readForm(form, activityFormWith(ctx.i18n, asked.fields))
  const act = readRowsAct(form.get('rows'))
  if (act) return { again: withRows(read.again(), act), asked, wrong: false }
  if (form.get('rows') === 'category') return { again: asTyped(read.again()), asked, wrong: false }
  if (!read.ok) return { again: read.again(), asked, wrong: true }
  const again = (errors: FormErrors) => ({ again: read.again(errors), asked, wrong: true }) as const
  if (category && asked.fields.length > 0 && form.get('asked') !== asked.mark) {
    return again({ categoryId: ctx.i18n.t('Fill in what {title} asks, then save', { title: category.title }) })
  }
  const place = placeIn(read.value.place)
  if (place === 'unreadable') return again({ place: ctx.i18n.t('Write latitude and longitude, like 51.5074, -0.1278') })
  const prices = pricesIn(ctx, read.value)
  if ('errors' in prices) return again(prices.errors)
  const saved = saveActivity(ctx, listingId, { ...detailsIn(read.value, category), ...place, ...prices })
  return saved.ok ? { saved: saved.value } : again(activityErrors(ctx.i18n, saved.refusal))
}

/** The kinds of person whose rows are filled in, and the price of a whole date; an amount that is none is told beside its field. */
function pricesIn(ctx: BusinessCtx, { kinds, privatePrice }: ActivityValues): Pick<ActivityDetails, 'kinds' | 'privateMinor'> | { readonly errors: FormErrors } {
  const sentence = ctx.i18n.t('Enter an amount such as {example}', { example: decimalText(4550, ctx.business.currency, ctx.i18n.locale) })
  const read: PersonKind[] = []
  for (const [at, { id, label, hint, price, places }] of kinds.entries()) {
    if (label === null) continue
    const priceMinor = price === null ? 0 : parseMoney(price, ctx.business.currency, ctx.i18n.locale)
    if (priceMinor === null || priceMinor < 0) return { errors: { [`kinds[${at}].price`]: sentence } }
    read.push({ id: id ?? ctx.newId(), label, hint, priceMinor, places })
  }
  const privateMinor = privatePrice === null ? null : parseMoney(privatePrice, ctx.business.currency, ctx.i18n.locale)
  if (privatePrice !== null && (privateMinor === null || privateMinor < 0)) return { errors: { privatePrice: sentence } }
  return { kinds: read, privateMinor }
}

/** "51.5074, -0.1278" */
function placeIn(text: string | null): Pick<ActivityDetails, 'latitude' | 'longitude'> | 'unreadable' {
  if (text === null) return { latitude: null, longitude: null }
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  return latitude === undefined || longitude === undefined ? 'unreadable' : { latitude: Number(latitude), longitude: Number(longitude) }
}

// One that cannot be chosen asks nothing; saving says so.
function chosenCategory(db: Db, ctx: BusinessCtx, chosen: FormDataEntryValue | null, listingId: string | null): Category | null {
  const kept = listingId === null ? null : extraOf(db, ctx.businessId, listingId)
  return offeredCategories(db, ['activities'], kept ? [kept.categoryId] : []).find(({ id }) => id === chosen) ?? null
}

function detailsIn({ categoryId, extra, place: _place, kinds: _kinds, privatePrice: _price, ...value }: ActivityValues, category: Category | null): Omit<ActivityDetails, 'latitude' | 'longitude' | 'kinds' | 'privateMinor'> {
  return {
    ...value,
    bulkFrom: value.bulkFrom ?? null,
    bulkPercent: value.bulkPercent ?? null,
    approval: value.approval === 'yes',
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
