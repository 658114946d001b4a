import type { I18n } from '@lingui/core'
import { formatDay, formatMoney } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { Discount, NightRule } from './model/rates'
import type { Guests, StayLine, StayTrace } from './model/price-stay'
import type { StayRefusal } from './model/stay-rules'

/** The title of a line, as price lists and receipts show it. */
export function lineTitle(i18n: I18n, title: string, line: StayLine): string {
  switch (line.kind) {
    case 'nights':
      return i18n.t('{title}, {nights, plural, one {# night} other {# nights}}', { title, nights: line.nights })
    case 'extra-guests':
      return i18n.t('{guests, plural, one {# more guest} other {# more guests}}, {nights, plural, one {# night} other {# nights}}', { guests: line.guests, nights: line.nights })
    case 'discount':
      return discountTitle(i18n, line.discount)
    case 'fee':
      return line.name
    case 'tourist-tax':
      return i18n.t('Tourist tax, {guests, plural, one {# guest} other {# guests}}, {nights, plural, one {# night} other {# nights}}', { guests: line.guests, nights: line.nights })
    default:
      return never(line)
  }
}

/** What a percentage is given for. */
export function discountTitle(i18n: I18n, { kind, threshold, percent }: Discount): string {
  switch (kind) {
    case 'length':
      return i18n.t('{nights, plural, =7 {A week or longer} =28 {Four weeks or longer} one {# night or longer} other {# nights or longer}}, {percent} % less', { nights: threshold, percent })
    case 'early':
      return i18n.t('Booked {days, plural, one {# day} other {# days}} ahead or more, {percent} % less', { days: threshold, percent })
    case 'late':
      return i18n.t('Booked {days, plural, =0 {on the day} one {# day ahead or less} other {# days ahead or less}}, {percent} % less', { days: threshold, percent })
    default:
      return never(kind)
  }
}

/** Which rule made the price of a night, as its guest reads it. */
export function ruleOfNight(i18n: I18n, rule: NightRule): string {
  switch (rule.kind) {
    case 'date':
      return rule.reason ?? i18n.t('price of that date')
    case 'season':
      return rule.season
    case 'season-weekend':
      return i18n.t('{season}, weekend', { season: rule.season })
    case 'weekend':
      return i18n.t('weekend')
    case 'base':
      return i18n.t('usual price')
    default:
      return never(rule)
  }
}

export interface TraceRow {
  readonly label: string
  readonly note: string
  /** Written out. */
  readonly amount: string
  /** The date of a night, for `<time>`. */
  readonly night: string | null
}

/** How a price came about, row by row in plain words: the nights and the rule behind each, then what was added and taken off. They add up to the total. */
export function traceRows(i18n: I18n, currency: string, trace: StayTrace): TraceRow[] {
  const money = (minor: number) => formatMoney(i18n.locale, minor, currency)
  const { extraGuests, discounts, fees, tax } = trace
  return [
    ...trace.nights.map(({ night, rule, amountMinor }) => ({ label: formatDay(i18n.locale, night, 'short'), note: ruleOfNight(i18n, rule), amount: money(amountMinor), night })),
    ...(extraGuests ? [{ label: lineTitle(i18n, '', { kind: 'extra-guests', ...extraGuests }), note: i18n.t('{amount} for each night and guest', { amount: money(extraGuests.eachMinor) }), amount: money(extraGuests.amountMinor), night: null }] : []),
    ...discounts.map((discount) => ({ label: discountTitle(i18n, discount), note: i18n.t('of {amount}', { amount: money(discount.ofMinor) }), amount: money(discount.amountMinor), night: null })),
    ...fees.map(({ name, per, times, amountMinor, totalMinor }) => ({ label: name, note: per === 'stay' ? i18n.t('once for the stay') : perTimes(i18n, per, times, money(amountMinor)), amount: money(totalMinor), night: null })),
    ...(tax ? [{ label: i18n.t('Tourist tax'), note: taxNote(i18n, tax, money(tax.eachMinor)), amount: money(tax.amountMinor), night: null }] : []),
  ]
}

/** The nights of a trace in groups that one rule gives one price, each with what it says: "Sun 29 – Mon 30 Nov", "2 nights, €220.00 each: Autumn". */
export function nightGroups(i18n: I18n, currency: string, { nights }: StayTrace): { readonly term: string; readonly text: string }[] {
  const groups: { first: string; last: string; count: number; amountMinor: number; rule: string }[] = []
  for (const { night, rule, amountMinor } of nights) {
    const words = ruleOfNight(i18n, rule)
    const before = groups.at(-1)
    if (before?.rule === words && before.amountMinor === amountMinor) {
      before.last = night
      before.count += 1
    } else groups.push({ first: night, last: night, count: 1, amountMinor, rule: words })
  }
  const day = (date: string) => formatDay(i18n.locale, date, 'short')
  return groups.map(({ first, last, count, amountMinor, rule }) => ({
    term: first === last ? day(first) : `${day(first)} – ${day(last)}`,
    text: i18n.t('{nights, plural, one {# night, {price}} other {# nights, {price} each}}: {rule}', { nights: count, price: formatMoney(i18n.locale, amountMinor, currency), rule }),
  }))
}

/** Street, postal code and town on one line; empty where none is known. */
export function addressOf({ street, postalCode, city }: { readonly street: string | null; readonly postalCode: string | null; readonly city: string | null }): string {
  return [street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function perTimes(i18n: I18n, per: 'night' | 'guest', times: number, each: string): string {
  return per === 'night'
    ? i18n.t('{nights, plural, one {# night} other {# nights}}, {each} each', { nights: times, each })
    : i18n.t('{guests, plural, one {# guest} other {# guests}}, {each} each', { guests: times, each })
}

function taxNote(i18n: I18n, { guests, nights, children, childAge, cappedAt }: NonNullable<StayTrace['tax']>, each: string): string {
  const who = i18n.t('{guests, plural, one {# guest} other {# guests}}, {nights, plural, one {# night} other {# nights}}, {each} each', { guests, nights, each })
  const capped = cappedAt === null ? [] : [i18n.t('owed for {nights, plural, one {# night} other {# nights}} at most', { nights: cappedAt })]
  const exempt = children === 0 ? [] : [i18n.t('children under {age} owe none', { age: childAge })]
  return [who, ...capped, ...exempt].join('; ')
}

/** Who comes: "2 adults, 1 child". */
export function guestWords(i18n: I18n, { adults, children, infants = 0 }: Guests): string {
  return [
    i18n.t('{adults, plural, one {# adult} other {# adults}}', { adults }),
    ...(children > 0 ? [i18n.t('{children, plural, one {# child} other {# children}}', { children })] : []),
    ...(infants > 0 ? [i18n.t('{infants, plural, one {# infant} other {# infants}}', { infants })] : []),
  ].join(', ')
}

/** Why a stay cannot be booked as it was asked for. */
export function refusalWords(i18n: I18n, refusal: StayRefusal): string {
  switch (refusal.rule) {
    case 'wrong-way-round':
      return i18n.t('The day you leave must come after the day you arrive.')
    case 'no-guests':
      return i18n.t('At least one adult must come along.')
    case 'too-many-guests':
      return i18n.t('There is room for {most, plural, one {# guest} other {# guests}}, not for {guests}.', { most: refusal.most, guests: refusal.guests })
    case 'past':
      return i18n.t('That day is over.')
    case 'notice':
      return i18n.t('The earliest that you can arrive now is {day}.', { day: formatDay(i18n.locale, refusal.earliest) })
    case 'window':
      return i18n.t('It can be booked {days, plural, one {# day} other {# days}} ahead: until {day} at the latest.', { days: refusal.days, day: formatDay(i18n.locale, refusal.latest) })
    case 'arrival-day':
      return i18n.t('Nobody arrives on a {weekday} here. Arrive on {days}.', { weekday: weekdayName(i18n, refusal.weekday), days: weekdayNames(i18n, refusal.days) })
    case 'departure-day':
      return i18n.t('Nobody leaves on a {weekday} here. Leave on {days}.', { weekday: weekdayName(i18n, refusal.weekday), days: weekdayNames(i18n, refusal.days) })
    case 'too-short':
      return i18n.t('The night of {night} is booked with {least, plural, one {# night} other {# nights}} or more. You asked for {nights}.', { night: formatDay(i18n.locale, refusal.night), least: refusal.least, nights: refusal.nights })
    case 'too-long':
      return i18n.t('A stay lasts {most, plural, one {# night} other {# nights}} at most. You asked for {nights}.', { most: refusal.most, nights: refusal.nights })
    default:
      return never(refusal)
  }
}

/** Monday is 1. */
export function weekdayName(i18n: I18n, weekday: number): string {
  return formatDay(i18n.locale, `2024-01-0${weekday}`, 'weekdayName')
}

export function weekdayNames(i18n: I18n, weekdays: readonly number[]): string {
  return new Intl.ListFormat(i18n.locale === 'en' ? 'en-GB' : i18n.locale, { type: 'disjunction' }).format(weekdays.map((weekday) => weekdayName(i18n, weekday)))
}
