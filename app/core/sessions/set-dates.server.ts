import { data } from '@remix-run/node'
import type * as z from 'zod'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { ok, refuse, type Result } from '~/kernel/result'
import type { LocalDate } from '~/kernel/time'
import { conflict, invalid } from '~/platform/answers.server'
import { read as readDatabase, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import type { Store } from '../businesses/index.server'
import { ruleOfRepeat, ruleText } from '../schedules/index.server'
import { changeSession, termsOf } from './change-session.server'
import { cancelSession } from './cancel-session.server'
import { createSeries } from './create-series.server'
import { createSession } from './create-session.server'
import { dateCancelForm, dateMoveForm, datesForm, type DateChangeValues, type DatesValues } from './date-forms'
import type { SessionDraft, SessionTerms, SettingTerms } from './draft'
import { moveSession } from './move-session.server'
import type { CreateSeriesRefusal, SessionRefusal } from './refusals'
import type { Session } from './rows.server'
import { sessionRefusalWords } from './words'

/** What stands in the way of a date and could be helped. */
export interface InTheWay {
  /** Starts at which everything is free. */
  readonly free: readonly string[]
  /** Dates that could be left out. */
  readonly out: readonly LocalDate[]
  /** The guide does not work then; it can be set all the same. */
  readonly offHours: boolean
}

/** Why a date is not changed: sentences by field. */
export interface NotChanged extends Pick<InTheWay, 'offHours'> {
  readonly status: 409 | 422
  readonly errors: FormErrors
}

const nothing: InTheWay = { free: [], out: [], offHours: false }

/** Dates to be made: one, or many by a rule; those that are skipped are left out of it. */
export interface NewDates extends SettingTerms {
  readonly draft: SessionDraft
  /** Null: one date. */
  readonly rule: string | null
  readonly skip: readonly LocalDate[]
}

/** Gives a listing a date, or dates by a rule; all or none. */
export function addSessions(ctx: BusinessCtx, { draft, rule, skip, anyHours = false }: NewDates): Result<readonly Session[], CreateSeriesRefusal> {
  if (rule === null) {
    const made = createSession(ctx, draft, { anyHours })
    return made.ok ? ok([made.value]) : made
  }
  const made = createSeries(ctx, { ...draft, rule, skip }, { anyHours })
  return made.ok ? ok(made.value.sessions) : made
}

interface Listed {
  readonly listingId: string
  readonly stores: readonly Store[]
}

/** Adds the dates that a form says, by `add`; answers the form again where that is not to be, else how many there are. */
export function answerDates(ctx: BusinessCtx, form: FormData, { listingId, stores }: Listed, add: (dates: NewDates) => Result<readonly Session[], CreateSeriesRefusal>) {
  const read = readForm(form, datesForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), ...nothing })
  const again = (field: string, sentence: string) => invalid({ result: read.again({ [field]: sentence }), ...nothing })
  const { storeId, date, time, durationMinutes, skip, leaveOut, anyHours } = read.value
  const store = stores.find(({ id }) => id === storeId) ?? stores[0]
  if (!store) return again('storeId', ctx.i18n.t('Choose one of your stores.'))
  const terms = termsIn(ctx, read.value)
  if (!terms) return again('price', amountSentence(ctx))
  const draft: SessionDraft = { ...terms, listingId, storeId: store.id, start: `${date}T${time}`, durationMinutes }
  const rule = ruleIn(read.value)
  const added = add({ draft, rule, skip: [...leaveOut, ...skip], anyHours })
  if (added.ok) return { added: added.value.length }
  const { refusal } = added
  const result = read.again({ [fieldOf(refusal)]: sessionRefusalWords(ctx.i18n, refusal, store.timeZone) })
  const way = inTheWay(ctx, refusal, store.timeZone)
  return isInTheWay(refusal) ? conflict({ result, ...way, out: rule === null ? [] : [...skip, ...way.out] }) : invalid({ result, ...way })
}

/** Changes a date by `change`, such as `changeDate`, to what a form says; answers the form again where that is not to be, else null. */
export function answerChange<Form extends z.ZodType>(form: FormData, schema: Form, change: (values: z.output<Form>) => Result<unknown, NotChanged>) {
  const read = readForm(form, schema)
  if (!read.ok) return invalid({ result: read.again(), ...nothing })
  const changed = change(read.value)
  if (changed.ok) return null
  const { status, errors, offHours } = changed.refusal
  return data({ result: read.again(errors), ...nothing, offHours }, { status })
}

/** Changes one date, or it and all that follow, to what a form says of them. */
export function changeDate(ctx: BusinessCtx, session: Session, values: DateChangeValues): Result<readonly Session[], NotChanged> {
  const terms = termsIn(ctx, values)
  if (!terms) return refuse({ status: 422, errors: { price: amountSentence(ctx) }, offHours: false })
  const before = readDatabase((db) => termsOf(db, ctx, session))
  const changed = changeSession(ctx, { sessionId: session.id, scope: values.scope, changes: changesFrom(before, terms), anyHours: values.anyHours })
  if (changed.ok) return changed
  const { refusal } = changed
  const field = isInTheWay(refusal) ? 'staffId' : fieldOf(refusal)
  const errors = { [field]: sessionRefusalWords(ctx.i18n, refusal, session.timeZone) }
  return refuse({ status: isInTheWay(refusal) || refusal.kind === 'crowded' ? 409 : 422, errors, offHours: refusal.kind === 'off-hours' })
}

/** Moves one date, or it and all that follow; answers the form again where that is not to be, else how many moved. */
export function answerMove(ctx: BusinessCtx, form: FormData, session: Session) {
  const read = readForm(form, dateMoveForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), ...nothing })
  const { date, time, ...how } = read.value
  const moved = moveSession(ctx, { sessionId: session.id, start: `${date}T${time}`, ...how })
  if (moved.ok) return { moved: moved.value.length }
  return conflict({ result: read.again({ date: sessionRefusalWords(ctx.i18n, moved.refusal, session.timeZone) }), ...inTheWay(ctx, moved.refusal, session.timeZone), out: [] })
}

/** Calls off one date, or it and all that follow; answers the form again where that is not to be, else how many were. */
export function answerCancellation(ctx: BusinessCtx, form: FormData, session: Session) {
  const read = readForm(form, dateCancelForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const cancelled = cancelSession(ctx, { sessionId: session.id, ...read.value })
  return cancelled.ok ? { cancelled: cancelled.value.length } : conflict({ result: read.again({ '': sessionRefusalWords(ctx.i18n, cancelled.refusal, session.timeZone) }) })
}

/** What holds of a date in the words of its form. */
export function changeValues(db: Db, ctx: BusinessCtx, session: Session) {
  const { title, capacity, priceMinor, staffId, placeIds, prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes } = termsOf(db, ctx, session)
  return {
    title: title ?? '', capacity: capacity ?? '', price: priceMinor === null ? '' : decimalText(priceMinor, ctx.business.currency, ctx.i18n.locale), staffId: staffId ?? '', placeIds: [...placeIds],
    prepareMinutes, clearMinutes, minPeople: minPeople ?? '', decideHours: decideBeforeMinutes === null ? '' : Math.round(decideBeforeMinutes / 60), scope: 'one',
  }
}

function isInTheWay({ kind }: SessionRefusal): boolean {
  return kind === 'taken' || kind === 'off-hours'
}

function inTheWay(ctx: BusinessCtx, refusal: SessionRefusal, zone: string): InTheWay {
  if (refusal.kind === 'off-hours') return { free: [], out: refusal.dates.map((one) => one.date), offHours: true }
  if (refusal.kind !== 'taken') return nothing
  return { free: refusal.free.map((start) => formatDateTime(ctx.i18n.locale, zone, start)), out: refusal.dates.map((one) => one.date), offHours: false }
}

/** Null where the price is no amount. */
function termsIn(ctx: BusinessCtx, value: DatesValues | DateChangeValues): SessionTerms | null {
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

/** Null: one date. */
function ruleIn({ repeats, date, every, weekdays, until, times }: DatesValues): string | null {
  return repeats === 'no' ? null : ruleText(ruleOfRepeat({ kind: repeats, every, first: date, weekdays, until: until ?? null, times: times ?? null }))
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
