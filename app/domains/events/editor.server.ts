import { freshQuestion, questionsIn, questionValues } from '~/core/bookings/index'
import { categoryValues, editorCategories, openStoreIds, placeText, readEditor, readPlace, storeChoices, type EditorAnswer } from '~/core/listings/index.server'
import { termsValues, termsWords } from '~/core/payments/index'
import { paymentSettings } from '~/core/payments/index.server'
import { policiesOf } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { eventFormWith, type EventValues } from './event-form'
import type { Event } from './queries.server'
import { eventErrors } from './refusal-words'
import { saveEvent, type EventDetails } from './save-event.server'

/** What the editor offers to choose from. */
export function editorChoices(db: Db, ctx: BusinessCtx, details: EventDetails) {
  return {
    businessTerms: termsWords(ctx.i18n, paymentSettings(db, ctx.businessId).terms),
    policies: policiesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    stores: storeChoices(db, ctx, details.storeIds),
    ...editorCategories(db, 'events', details.extra),
  }
}

/** An event that nobody has written yet. */
export function blankDetails(db: Db, ctx: BusinessCtx): EventDetails {
  return {
    title: '', description: null, section: null, form: 'physical', venueName: null, venueAddress: null, latitude: null, longitude: null,
    virtualLink: null, notes: null, ageLimit: null, mostPerOrder: 10, approval: false, policyId: null, payment: null,
    storeIds: openStoreIds(db, ctx), questions: [], extra: null,
  }
}

/** An event in the words of its form. */
export function editorValues(details: EventDetails) {
  const { approval, questions, extra, payment, latitude, longitude, ageLimit, mostPerOrder, ...rest } = details
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? ''])),
    storeIds: rest.storeIds,
    place: placeText({ latitude, longitude }),
    ageLimit: ageLimit === null ? '' : String(ageLimit),
    mostPerOrder: String(mostPerOrder),
    approval: approval ? 'yes' : 'no',
    payment: termsValues(payment),
    ...categoryValues(extra),
    questions: questionValues(questions),
  }
}

/** Reads what the editor sent: either a button beside its questions or its category, which saves nothing, or the event. */
export function answerEditor(ctx: BusinessCtx, form: FormData, listingId: string | null): EditorAnswer<Event> {
  const sent = readEditor(ctx, form, { domain: 'events', listingId, formWith: (fields) => eventFormWith(ctx.i18n, fields), freshQuestion })
  if ('again' in sent) return sent
  const place = readPlace(sent.value.place)
  if (place === 'unreadable') return sent.wrong({ place: ctx.i18n.t('Write latitude and longitude, like 51.5074, -0.1278') })
  const saved = saveEvent(ctx, listingId, { ...detailsIn(sent.value), extra: sent.extra, ...place })
  return saved.ok ? { saved: saved.value } : sent.wrong(eventErrors(ctx.i18n, saved.refusal))
}

function detailsIn({ categoryId: _category, extra: _extra, place: _written, ...value }: EventValues): Omit<EventDetails, 'latitude' | 'longitude' | 'extra'> {
  return {
    ...value,
    ageLimit: value.ageLimit ?? null,
    approval: value.approval === 'yes',
    questions: questionsIn(value.questions),
  }
}
