import { ruleOfWeeks, ruleText } from '~/core/schedules/index.server'
import { changeSession, createSeries, createSession, sessionRefusalWords, termsOf, type Session, type SessionDraft, type SessionRefusal, type SessionTerms } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { weekdayOf } from '~/kernel/time'
import { conflict, invalid } from '~/platform/answers.server'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { changeForm, dateForm, type ChangeValues, type DateValues } from './activity-form'
import type { Activity } from './queries.server'

/** What the form begins with again: beside it, starts at which everything is free, and dates that could be left out. */
const nothingElse = { free: [] as string[], taken: [] as string[] }

/** Adds the dates that the form says; answers the form again where that is not to be, else how many there are. */
export function answerDates(ctx: BusinessCtx, form: FormData, activity: Activity) {
  const read = readForm(form, dateForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), ...nothingElse })
  const again = (field: string, sentence: string) => invalid({ result: read.again({ [field]: sentence }), ...nothingElse })
  const { storeId, date, time, durationMinutes, repeats, skip } = read.value
  const store = activity.stores.find(({ id }) => id === storeId) ?? activity.stores[0]
  if (!store) return again('storeId', ctx.i18n.t('Choose one of your stores.'))
  const terms = termsIn(ctx, read.value)
  if (!terms) return again('price', amountSentence(ctx))
  const draft: SessionDraft = { ...terms, listingId: activity.listing.id, storeId: store.id, start: `${date}T${time}`, durationMinutes }
  const added = repeats === 'no' ? createSession(ctx, draft) : createSeries(ctx, { ...draft, rule: ruleIn(read.value), skip })
  if (added.ok) return { added: 'sessions' in added.value ? added.value.sessions.length : 1 }
  const { refusal } = added
  const errors = { [fieldOf(refusal)]: sessionRefusalWords(ctx.i18n, refusal, store.timeZone) }
  if (refusal.kind !== 'taken') return invalid({ result: read.again(errors), ...nothingElse })
  const free = refusal.free.map((start) => formatDateTime(ctx.i18n.locale, store.timeZone, start))
  return conflict({ result: read.again(errors), free, taken: repeats === 'no' ? [] : [...skip, ...refusal.dates.map((one) => one.date)] })
}

/** Changes one date, or it and all that follow; answers the form again where that is not to be, else null. */
export function answerChange(ctx: BusinessCtx, form: FormData, session: Session) {
  const read = readForm(form, changeForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), ...nothingElse })
  const terms = termsIn(ctx, read.value)
  if (!terms) return invalid({ result: read.again({ price: amountSentence(ctx) }), ...nothingElse })
  const before = readDatabase((db) => termsOf(db, ctx, session))
  const changed = changeSession(ctx, { sessionId: session.id, scope: read.value.scope, changes: changesFrom(before, terms) })
  if (changed.ok) return null
  const { refusal } = changed
  const errors = { [fieldOf(refusal)]: sessionRefusalWords(ctx.i18n, refusal, session.timeZone) }
  const isTaken = refusal.kind === 'taken' || refusal.kind === 'crowded'
  return isTaken ? conflict({ result: read.again(errors), ...nothingElse }) : invalid({ result: read.again(errors), ...nothingElse })
}

/** What holds of a date in the words of its form. */
export function changeValues(db: Db, ctx: BusinessCtx, session: Session) {
  const { title, capacity, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes } = termsOf(db, ctx, session)
  return {
    title: title ?? '', capacity: capacity ?? '', price: priceMinor === null ? '' : decimalText(priceMinor, ctx.business.currency, ctx.i18n.locale), staffId: staffId ?? '', placeIds: [...placeIds],
    prepareMinutes, clearMinutes, minPeople: minPeople ?? '', decideHours: decideBeforeMinutes === null ? '' : Math.round(decideBeforeMinutes / 60), scope: 'one',
  }
}

/** Null where the price is no amount. */
function termsIn(ctx: BusinessCtx, value: DateValues | ChangeValues): SessionTerms | null {
  const { title, capacity, price, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideHours } = value
  const priceMinor = price === null ? null : parseMoney(price, ctx.business.currency, ctx.i18n.locale)
  if (price !== null && (priceMinor === null || priceMinor < 0)) return null
  const minimum = minPeople === undefined ? { minPeople: null, decideBeforeMinutes: null } : { minPeople, decideBeforeMinutes: (decideHours ?? 24) * 60 }
  return { title, capacity: capacity ?? null, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, ...minimum }
}

// What follows keeps what is not changed here.
function changesFrom(before: SessionTerms, after: SessionTerms): Partial<SessionTerms> {
  const names = Object.keys(after) as (keyof SessionTerms)[]
  return Object.fromEntries(names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map((name) => [name, after[name]]))
}

function ruleIn({ date, everyWeeks, weekdays, until, times }: DateValues): string {
  return ruleText(ruleOfWeeks({ everyWeeks, weekdays: weekdays.length > 0 ? weekdays : [weekdayOf(date)], until: until ?? null, times: times ?? null }))
}

function fieldOf(refusal: SessionRefusal): string {
  switch (refusal.kind) {
    case 'crowded':
      return 'capacity'
    case 'unknown-person':
      return 'staffId'
    case 'unknown-place':
      return 'placeIds'
    case 'no-dates':
    case 'too-many-dates':
      return 'until'
    case 'confirmed-already':
      return 'minPeople'
    case 'out-of-range':
      return refusal.field === 'minimum' ? 'minPeople' : refusal.field === 'duration' ? 'durationMinutes' : ''
    default:
      return 'date'
  }
}

function amountSentence(ctx: BusinessCtx): string {
  return ctx.i18n.t('Enter an amount such as {example}, or leave it empty', { example: decimalText(4550, ctx.business.currency, ctx.i18n.locale) })
}
