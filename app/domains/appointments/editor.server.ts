import type { SubmissionResult } from '@conform-to/react'
import { placesOf } from '~/core/allocation/index.server'
import { staffOf, storesOf } from '~/core/businesses/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import { actOnRows, readRowsAct, type RowsAct } from './model/question-rows'
import { saveService, type ServiceDetails } from './save-service.server'
import { serviceErrors } from './refusal-words'
import { serviceForm, type ServiceValues } from './service-form'
import type { Service } from './queries.server'

/** What the editor offers to choose from. People and places out of use are shown only where the service has them. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: ServiceDetails) {
  return {
    currency: ctx.business.currency,
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    people: staffOf(db, ctx.businessId).filter(({ id, active }) => active || details.staffIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    places: placesOf(db, ctx.businessId).filter(({ id, active }) => active || details.placeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    stores: storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || details.storeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** A service that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): ServiceDetails {
  const people = staffOf(db, ctx.businessId).filter(({ active }) => active)
  return {
    title: '', description: null, section: null, priceMinor: null,
    durationMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 120, windowDays: 60, stepMinutes: 15,
    approval: false, policyId: null, staffChoice: people.length > 0 ? 'may' : 'places', seats: people.length > 0 ? null : 1,
    storeIds: storesOf(db, ctx.businessId).filter(({ status }) => status === 'open').map(({ id }) => id),
    staffIds: people.map(({ id }) => id), placeIds: [], questions: [],
  }
}

/** A service in the words of its form. */
export function editorValues(ctx: BusinessCtx, details: ServiceDetails) {
  const { priceMinor, approval, seats, questions, ...rest } = details
  return {
    ...rest,
    description: rest.description ?? '',
    section: rest.section ?? '',
    policyId: rest.policyId ?? '',
    price: priceMinor === null ? '' : decimalText(priceMinor, ctx.business.currency, ctx.i18n.locale),
    approval: approval ? 'yes' : 'no',
    seats: seats === null ? '' : String(seats),
    questions: questions.map(({ id, label, hint, kind, options, required }) => ({
      id: id ?? '', label, hint: hint ?? '', kind, options: options.join('\n'), required: required ? 'on' : '',
    })),
  }
}

/** `again`: the form once more with what was typed; `wrong` tells whether something in it has to be mended. */
export type EditorAnswer = { readonly saved: Service } | { readonly again: SubmissionResult; readonly wrong: boolean }

/** Reads what the editor sent: either a button beside its questions, which changes rows and saves nothing, or the service. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer {
  const read = readForm(form, serviceForm(ctx.i18n))
  const act = readRowsAct(form.get('rows'))
  if (act) return { again: withRows(read.again(), act), wrong: false }
  if (!read.ok) return { again: read.again(), wrong: true }
  const again = (errors: FormErrors) => ({ again: read.again(errors), wrong: true }) as const
  const priceMinor = read.value.price === null ? null : parseMoney(read.value.price, ctx.business.currency, ctx.i18n.locale)
  if (read.value.price !== null && (priceMinor === null || priceMinor < 0)) {
    return again({ price: ctx.i18n.t('Enter an amount such as {example}, or leave it empty', { example: decimalText(4550, ctx.business.currency, ctx.i18n.locale) }) })
  }
  const saved = saveService(ctx, listingId, detailsIn(read.value, priceMinor))
  return saved.ok ? { saved: saved.value } : again(serviceErrors(ctx.i18n, saved.refusal))
}

function detailsIn({ price: _written, ...value }: ServiceValues, priceMinor: number | null): ServiceDetails {
  return {
    ...value,
    priceMinor,
    approval: value.approval === 'yes',
    seats: value.seats ?? null,
    questions: value.questions.map(({ id, options, ...question }) => ({ ...question, id: id ?? null, options: options?.split(/\r?\n/) ?? [] })),
  }
}

const freshRow = { kind: 'text' }

function withRows(typed: SubmissionResult, act: RowsAct): SubmissionResult {
  const values = typed.initialValue ?? {}
  const rows = Array.isArray(values.questions) ? values.questions : []
  return { initialValue: { ...values, questions: actOnRows(rows, act, freshRow) } }
}
