import { placesOf } from '~/core/allocation/index.server'
import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { staffOf } from '~/core/businesses/index.server'
import { categoryValues, editorCategories, openStoreIds, readEditor, storeChoices, type EditorAnswer } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
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
    stores: storeChoices(db, ctx, details.storeIds),
    ...editorCategories(db, 'appointments', details.extra),
  }
}

/** A service that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): ServiceDetails {
  const people = staffOf(db, ctx.businessId).filter(({ active }) => active)
  return {
    title: '', description: null, section: null, priceMinor: null,
    durationMinutes: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, noticeMinutes: 120, windowDays: 60, stepMinutes: 15,
    approval: false, policyId: null, payment: null, staffChoice: people.length > 0 ? 'may' : 'places', seats: people.length > 0 ? null : 1,
    storeIds: openStoreIds(db, ctx),
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
    ...categoryValues(extra),
    questions: questionValues(questions),
  }
}

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the service. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer<Service> {
  const sent = readEditor(ctx, form, { domain: 'appointments', listingId, formWith: (fields) => serviceFormWith(ctx.i18n, fields), freshQuestion })
  if ('again' in sent) return sent
  const { price } = sent.value
  const priceMinor = price === null ? null : parseMoney(price, ctx.business.currency, ctx.i18n.locale)
  if (price !== null && (priceMinor === null || priceMinor < 0)) {
    return sent.wrong({ price: ctx.i18n.t('Enter an amount such as {example}, or leave it empty', { example: decimalText(4550, ctx.business.currency, ctx.i18n.locale) }) })
  }
  const saved = saveService(ctx, listingId, { ...detailsIn(sent.value), priceMinor, extra: sent.extra })
  return saved.ok ? { saved: saved.value } : sent.wrong(serviceErrors(ctx.i18n, saved.refusal))
}

function detailsIn({ price: _price, categoryId: _category, extra: _extra, ...value }: ServiceValues): Omit<ServiceDetails, 'priceMinor' | 'extra'> {
  return {
    ...value,
    approval: value.approval === 'yes',
    seats: value.seats ?? null,
    questions: questionsIn(value.questions),
  }
}
