import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { categoryValues, editorCategories, openStoreIds, placeText, readEditor, readPlace, storeChoices, type EditorAnswer } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
import type { FormErrors } from '~/platform/forms.server'
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
    stores: storeChoices(db, ctx, details.storeIds),
    ...editorCategories(db, 'activities', details.extra),
  }
}

/** An activity that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): ActivityDetails {
  return {
    title: '', description: null, section: null, durationMinutes: 120, meetingPoint: null, latitude: null, longitude: null, languages: null, minGroup: 1, maxGroup: 12,
    kinds: [{ id: 'adult', label: ctx.i18n.t('Adult'), hint: null, priceMinor: 0, places: 1 }], bulkFrom: null, bulkPercent: null, privateMinor: null, cutOffMinutes: 120,
    bring: null, included: null, approval: false, policyId: null, payment: null,
    storeIds: openStoreIds(db, ctx), questions: [], extra: null,
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
    place: placeText({ latitude, longitude }),
    kinds: [...kinds.map(({ id, label, hint, priceMinor, places }) => ({ id, label, hint: hint ?? '', price: written(priceMinor), places: String(places) })), blank, blank].slice(0, mostKinds),
    privatePrice: privateMinor === null ? '' : written(privateMinor),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    ...categoryValues(extra),
    questions: questionValues(questions),
  }
}

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the activity. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer<Activity> {
  const sent = readEditor(ctx, form, { domain: 'activities', listingId, formWith: (fields) => activityFormWith(ctx.i18n, fields), freshQuestion })
  if ('again' in sent) return sent
  const place = readPlace(sent.value.place)
  if (place === 'unreadable') return sent.wrong({ place: ctx.i18n.t('Write latitude and longitude, like 51.5074, -0.1278') })
  const prices = pricesIn(ctx, sent.value)
  if ('errors' in prices) return sent.wrong(prices.errors)
  const saved = saveActivity(ctx, listingId, { ...detailsIn(sent.value), extra: sent.extra, ...place, ...prices })
  return saved.ok ? { saved: saved.value } : sent.wrong(activityErrors(ctx.i18n, saved.refusal))
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

function detailsIn({ categoryId: _category, extra: _extra, place: _place, kinds: _kinds, privatePrice: _price, ...value }: ActivityValues): Omit<ActivityDetails, 'latitude' | 'longitude' | 'kinds' | 'privateMinor' | 'extra'> {
  return {
    ...value,
    bulkFrom: value.bulkFrom ?? null,
    bulkPercent: value.bulkPercent ?? null,
    approval: value.approval === 'yes',
    questions: questionsIn(value.questions),
  }
}
