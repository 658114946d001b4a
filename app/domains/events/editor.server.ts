import type { SubmissionResult } from '@conform-to/react'
import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { storesOf } from '~/core/businesses/index.server'
import { categoryById, extraOf, fieldsOf, offeredCategories, type Category, type Extra, type Field } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { actOnRows, readRowsAct, type RowsAct } from '~/kernel/form-rows'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { eventFormWith, type EventValues } from './event-form'
import type { Event } from './queries.server'
import { eventErrors } from './refusal-words'
import { saveEvent, type EventDetails } from './save-event.server'

/** What the editor offers to choose from. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: EventDetails) {
  return {
    businessTerms: termsWords(ctx.i18n, paymentSettings(db, ctx.businessId).terms),
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    stores: storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || details.storeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    categories: offeredCategories(db, ['events'], details.extra ? [details.extra.categoryId] : []).map(({ id, path }) => ({ value: id, label: path })),
    asked: askedBy(db, details.extra && categoryById(db, details.extra.categoryId)),
  }
}

/** What the category of an event asks now, and the mark of that version which the form carries. */
export interface Asked {
  readonly fields: readonly Field[]
  readonly mark: string
}

function askedBy(db: Db, category: Category | null): Asked {
  return category ? { fields: fieldsOf(db, category.id, category.version), mark: `${category.id}@${category.version}` } : { fields: [], mark: '' }
}

/** An event that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): EventDetails {
  return {
    title: '', description: null, section: null, form: 'physical', venueName: null, venueAddress: null, latitude: null, longitude: null,
    virtualLink: null, notes: null, ageLimit: null, mostPerOrder: 10, approval: false, policyId: null, payment: null,
    storeIds: storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map(({ id }) => id), questions: [], extra: null,
  }
}

/** An event in the words of its form. */
export function editorValues(details: EventDetails) {
  const { approval, questions, extra, payment, latitude, longitude, ageLimit, mostPerOrder, ...rest } = details
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? ''])),
    storeIds: rest.storeIds,
    place: latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`,
    ageLimit: ageLimit === null ? '' : String(ageLimit),
    mostPerOrder: String(mostPerOrder),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    categoryId: extra?.categoryId ?? '',
    extra: valuesAsTyped(extra),
    questions: questionValues(questions),
  }
}

/** `again`: the form once more with what was typed, and with what its category asks; `wrong` tells whether something in it has to be mended. */
export type EditorAnswer = { readonly saved: Event } | { readonly again: SubmissionResult; readonly asked: Asked; readonly wrong: boolean }

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the event. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer {
  const category = readDatabase((db) => chosenCategory(db, ctx, form.get('categoryId'), listingId))
  const asked = readDatabase((db) => askedBy(db, category))
  const read = readForm(form, eventFormWith(ctx.i18n, asked.fields))
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
  const saved = saveEvent(ctx, listingId, { ...detailsIn(read.value, category), ...place })
  return saved.ok ? { saved: saved.value } : again(eventErrors(ctx.i18n, saved.refusal))
}

/** "51.5074, -0.1278" */
function placeIn(text: string | null): Pick<EventDetails, 'latitude' | 'longitude'> | 'unreadable' {
  if (text === null) return { latitude: null, longitude: null }
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/.exec(text) ?? []
  return latitude === undefined || longitude === undefined ? 'unreadable' : { latitude: Number(latitude), longitude: Number(longitude) }
}

// One that cannot be chosen asks nothing; saving says so.
function chosenCategory(db: Db, ctx: BusinessCtx, chosen: FormDataEntryValue | null, listingId: string | null): Category | null {
  const kept = listingId === null ? null : extraOf(db, ctx.businessId, listingId)
  return offeredCategories(db, ['events'], kept ? [kept.categoryId] : []).find(({ id }) => id === chosen) ?? null
}

function detailsIn({ categoryId, extra, place: _written, ...value }: EventValues, category: Category | null): Omit<EventDetails, 'latitude' | 'longitude'> {
  return {
    ...value,
    ageLimit: value.ageLimit ?? null,
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
