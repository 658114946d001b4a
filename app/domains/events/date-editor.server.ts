import { placesOf } from '~/core/allocation/index.server'
import { ruleOfWeeks, ruleText } from '~/core/schedules/index.server'
import { sessionRefusalWords, type SessionDraft } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { weekdayOf } from '~/kernel/time'
import { conflict, invalid } from '~/platform/answers.server'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { addDates } from './add-dates.server'
import { dateForm, type DateValues } from './event-form'
import { eventById, type Event } from './queries.server'

/** What the form of a date offers to choose from. */
export function dateChoices(db: Db, ctx: BusinessCtx, { stores }: Event) {
  return {
    stores: stores.map(({ id, name }) => ({ value: id, label: name })),
    places: placesOf(db, ctx.businessId).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** Adds the dates that the form says; answers the form again where that is not to be, else how many there are. */
export function answerDates(ctx: BusinessCtx, form: FormData, listingId: string) {
  const read = readForm(form, dateForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), free: [] as string[] })
  const event = readDatabase((db) => eventById(db, ctx.businessId, listingId))
  const store = event?.stores.find(({ id }) => id === read.value.storeId) ?? event?.stores[0]
  const again = (field: string, sentence: string) => invalid({ result: read.again({ [field]: sentence }), free: [] as string[] })
  if (!store) return again('storeId', ctx.i18n.t('Choose one of your stores.'))
  const durationMinutes = read.value.hours * 60 + read.value.minutes
  if (durationMinutes < 1) return again('hours', ctx.i18n.t('Say how long it takes'))
  const added = addDates(ctx, draftIn(listingId, store.id, durationMinutes, read.value), ruleIn(read.value))
  if (added.ok) return { added: added.value.length }
  const words = sessionRefusalWords(ctx.i18n, added.refusal, store.timeZone)
  if (added.refusal.kind !== 'taken') return again(added.refusal.kind === 'past' ? 'date' : '', words)
  const free = added.refusal.free.map((start) => formatDateTime(ctx.i18n.locale, store.timeZone, start))
  return conflict({ result: read.again({ date: words }), free })
}

function draftIn(listingId: string, storeId: string, durationMinutes: number, { date, time, title, capacity, placeIds }: DateValues): SessionDraft {
  return {
    listingId, storeId, durationMinutes, title, placeIds,
    start: `${date}T${time}`,
    capacity: capacity ?? null,
    priceMinor: null, staffId: null, prepareMinutes: 0, clearMinutes: 0, minPeople: null, decideBeforeMinutes: null,
  }
}

function ruleIn({ date, times, everyWeeks }: DateValues): string | null {
  return times === 1 ? null : ruleText(ruleOfWeeks({ everyWeeks, weekdays: [weekdayOf(date)], until: null, times }))
}
