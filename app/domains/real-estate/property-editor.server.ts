import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { staffOf, storesOf } from '~/core/businesses/index.server'
import { categoryValues, editorCategories, readEditor, type EditorAnswer } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { decimalText, parseMoney } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
import { propertyFormWith, type PropertyValues } from './property-form'
import { propertiesOf, type Property } from './queries.server'
import { propertyErrors } from './refusal-words'
import { saveProperty, type PropertyDetails } from './save-property.server'

/** What the editor offers to choose from. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: PropertyDetails, listingId: string | null) {
  const wholes = propertiesOf(db, ctx.businessId, ['active', 'draft', 'paused']).filter(
    ({ listing, tenure, wholeId }) => tenure === 'nightly' && wholeId === null && listing.id !== listingId,
  )
  return {
    currency: ctx.business.currency,
    businessTerms: termsWords(ctx.i18n, paymentSettings(db, ctx.businessId).terms),
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    stores: storesOf(db, ctx.businessId).filter(({ id, status }) => status === 'open' || details.storeId === id).map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` })),
    agents: staffOf(db, ctx.businessId).filter(({ id, active }) => active || details.viewing?.agentIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    wholes: wholes.map(({ listing }) => ({ value: listing.id, label: listing.title })),
    ...editorCategories(db, 'real-estate', details.extra),
  }
}

/** A property that nobody has written yet; a part of a house lies where that does. */
export function blankDetails(db: Db, ctx: BusinessCtx, whole: Property | null): PropertyDetails {
  const store = whole?.store ?? storesOf(db, ctx.businessId).find(({ status }) => status === 'open')
  return {
    title: '', description: null, section: null, priceMinor: null, tenure: 'nightly', wholeId: whole?.listing.id ?? null, storeId: store?.id ?? '',
    street: whole?.street ?? store?.line1 ?? null, postalCode: whole?.postalCode ?? store?.postalCode ?? null, city: whole?.city ?? store?.city ?? null,
    latitudeE6: whole?.latitudeE6 ?? null, longitudeE6: whole?.longitudeE6 ?? null,
    bedrooms: null, beds: null, baths: null, size: null, amenities: [], houseRules: whole?.houseRules ?? null, licence: whole?.licence ?? null,
    approval: whole?.approval ?? false, policyId: whole?.policyId ?? null, payment: whole?.payment ?? null, viewing: null, questions: [], extra: null,
  }
}

/** A property in the words of its form. */
export function editorValues(ctx: BusinessCtx, details: PropertyDetails): Record<string, unknown> {
  const { latitudeE6, longitudeE6, amenities, approval, payment, priceMinor, questions, extra, bedrooms, beds, baths, size, tenure, viewing, ...texts } = details
  const number = (value: number | null) => (value === null ? '' : String(value))
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ''])),
    tenure,
    bedrooms: number(bedrooms), beds: number(beds), baths: number(baths), size: number(size),
    latitude: number(latitudeE6 === null ? null : latitudeE6 / 1e6),
    longitude: number(longitudeE6 === null ? null : longitudeE6 / 1e6),
    price: priceMinor === null || tenure === 'nightly' ? '' : decimalText(priceMinor, ctx.business.currency, ctx.i18n.locale),
    amenities: amenities.join('\n'),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    ...categoryValues(extra),
    questions: questionValues(questions),
    viewingAgents: viewing?.agentIds ?? [],
    viewingMinutes: number(viewing?.minutes ?? usualViewing.minutes), viewingNotice: number(viewing?.noticeHours ?? usualViewing.noticeHours), viewingDays: number(viewing?.windowDays ?? usualViewing.windowDays),
  }
}

const usualViewing = { minutes: 30, noticeHours: 24, windowDays: 30 } as const

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the property. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer<Property> {
  const sent = readEditor(ctx, form, { domain: 'real-estate', listingId, formWith: (fields) => propertyFormWith(ctx.i18n, fields), freshQuestion })
  if ('again' in sent) return sent
  const { price } = sent.value
  const priceMinor = price === null ? null : parseMoney(price, ctx.business.currency, ctx.i18n.locale)
  if (price !== null && (priceMinor === null || priceMinor < 0)) {
    return sent.wrong({ price: ctx.i18n.t('Enter an amount such as {example}, or leave it empty', { example: decimalText(95_000, ctx.business.currency, ctx.i18n.locale) }) })
  }
  const saved = saveProperty(ctx, listingId, { ...detailsIn(sent.value), priceMinor, extra: sent.extra })
  return saved.ok ? { saved: saved.value } : sent.wrong(propertyErrors(ctx.i18n, saved.refusal))
}

function detailsIn({ price: _price, categoryId: _category, extra: _extra, latitude, longitude, amenities, approval, questions, viewingAgents, viewingMinutes, viewingNotice, viewingDays, ...value }: PropertyValues): Omit<PropertyDetails, 'priceMinor' | 'extra'> {
  return {
    ...value,
    bedrooms: value.bedrooms ?? null, beds: value.beds ?? null, baths: value.baths ?? null, size: value.size ?? null,
    latitudeE6: latitude, longitudeE6: longitude,
    amenities: (amenities ?? '').split(/\r?\n/).map((line) => line.trim()).filter(Boolean),
    approval: approval === 'yes',
    // Who shows it says whether it is shown at all.
    viewing: viewingAgents.length === 0 ? null : { agentIds: viewingAgents, minutes: viewingMinutes ?? usualViewing.minutes, noticeHours: viewingNotice ?? usualViewing.noticeHours, windowDays: viewingDays ?? usualViewing.windowDays },
    questions: questionsIn(questions),
  }
}
