import { formatMoney } from '~/kernel/format'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { staffOf } from '../businesses/index.server'
import { failedRefunds, saleById } from '../sales/index.server'
import { sessionStatusWord } from '../sessions/index.server'
import { activity } from './activity.server'
import { entriesBetween, placesTaken, type Entry } from './calendar.server'
import { diaryOf } from './diary.server'
import { bookingBySale } from './queries.server'
import { sessionLines, sessionPath, takenWords, waitsForPeople } from './session-lines.server'
import { shownStatus } from './model/states'
import { lastFourWeeks, moneyOf } from './overview-money.server'
import { lastWeeks } from './overview-weeks.server'
import { tradeNames } from './trade-words.server'
import { needsAnswer, pendingBookings } from './waiting.server'

const mostWaiting = 5
const mostFailed = 5
const mostLately = 6

/** What a member sees in the morning: the day, what waits for an answer, and how the last weeks went. In their own diary where that is all they may read. */
export function overview(db: Db, ctx: MemberCtx) {
  const { businessId, business, member, now } = ctx
  const diary = diaryOf(member)
  const hasAnalytics = diary === null && member.may('analytics.read')
  const zone = business.timeZone
  const date = localDateOf(now, zone)
  const [today, tomorrow, after] = [0, 1, 2].map((days) => startOfDay(addDays(date, days), zone)) as [number, number, number]
  const narrowed = { staffId: diary }
  return {
    date,
    zone,
    now,
    ownOnly: diary !== null,
    currency: business.currency,
    entries: entriesBetween(db, businessId, today, tomorrow, narrowed).map(shownEntry(db, ctx)),
    sessions: sessionsOf(db, ctx, today, tomorrow),
    tomorrow: entriesBetween(db, businessId, tomorrow, after, narrowed).length + sessionLines(db, businessId, { from: tomorrow, to: after, now }, narrowed).length,
    waiting: needsAnswer(db, businessId, diary, now, mostWaiting),
    pending: pendingBookings(db, businessId, diary),
    failed: member.may('refunds.make') ? failedOf(db, businessId) : [],
    figures: lastWeeks(db, businessId, zone, diary, now),
    weeks: lastFourWeeks(date),
    money: diary === null ? moneyOf(db, ctx, lastFourWeeks(date)) : null,
    trades: tradeNames(ctx),
    /** Whether the sums may be looked into by day, store and listing. */
    hasAnalytics,
    lately: hasAnalytics ? activity(db, ctx, { domain: null, kind: null }, null, mostLately).rows : [],
  }
}

/** Refunds that did not reach their card, each with the booking where somebody sees to it. */
function failedOf(db: Db, businessId: string) {
  return failedRefunds(db, businessId, mostFailed).flatMap(({ id, saleId, amountMinor, currency }) => {
    const booking = bookingBySale(db, businessId, saleId)
    return booking ? [{ id, reference: booking.reference, who: booking.contactName, amountMinor, currency }] : []
  })
}

/** The sessions of the day, each once, with how many are in it. */
function sessionsOf(db: Db, { businessId, member, now, i18n }: MemberCtx, from: number, to: number) {
  const names = new Map(staffOf(db, businessId).map(({ id, name }) => [id, name]))
  return sessionLines(db, businessId, { from, to, now }, { staffId: diaryOf(member) }).map((session) => ({
    ...session,
    path: sessionPath(session),
    waits: waitsForPeople(session),
    state: sessionStatusWord(i18n, session.status),
    taken: takenWords(i18n, session),
    person: session.staffId === null ? null : (names.get(session.staffId) ?? null),
  }))
}

export type Overview = ReturnType<typeof overview>

function shownEntry(db: Db, ctx: MemberCtx) {
  const { businessId, now, i18n } = ctx
  const names = new Map(staffOf(db, businessId).map(({ id, name }) => [id, name]))
  const seen = new Set<string>()
  return (entry: Entry) => {
    // What a visit of several services owes stands once, beside the first of them.
    const first = !seen.has(entry.saleId)
    seen.add(entry.saleId)
    const sale = saleById(db, businessId, entry.saleId)
    return {
      ...entry,
      shown: shownStatus(entry, now),
      person: entry.staffId === null ? null : (names.get(entry.staffId) ?? null),
      places: placesTaken(db, businessId, entry.itemId).map(({ name }) => name),
      due: first && sale && sale.dueMinor > 0 ? formatMoney(i18n.locale, sale.dueMinor, sale.currency) : null,
    }
  }
}
