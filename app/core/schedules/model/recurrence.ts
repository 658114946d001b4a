import { addDays, formatTime, isLocalDate, localDateOf, parseTime, resolve, wallClock, type Instant, type LocalDate } from '~/kernel/time'

/** A date and a time on the wall, 'YYYY-MM-DDTHH:MM': no instant until a zone is named. */
export type WallTime = string

/** What repeats: a rule of RFC 5545 read in wall time, so that nine o'clock stays nine o'clock when the clocks change. */
export interface Recurrence {
  /** The RRULE, as `ruleText` writes it. */
  readonly rule: string
  /** The first wall time that may count; the hour of all of them. */
  readonly start: WallTime
  readonly zone: string
  /** Dates that are left out of the rule. A date that is left out still counts towards COUNT (RFC 5545, 3.8.5.1). */
  readonly exceptions: readonly LocalDate[]
  /** Wall times beside the rule. */
  readonly additions: readonly WallTime[]
}

export interface Occurrence {
  readonly wall: WallTime
  readonly at: Instant
}

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** 1 is Monday; `nth` is set where the rule counts them within the month: 2 the second, -1 the last. */
export interface RuleDay {
  readonly weekday: number
  readonly nth: number | null
}

/** The parts of RFC 5545 that we keep. At most one of `count` and `until` is set. */
export interface Rule {
  readonly frequency: Frequency
  readonly interval: number
  readonly days: readonly RuleDay[]
  /** 1 to 31, or -1 for the last. */
  readonly monthDays: readonly number[]
  readonly count: number | null
  /** The last date, itself included. */
  readonly until: LocalDate | null
}

/** Reads an RRULE of FREQ, INTERVAL, BYDAY, BYMONTHDAY, COUNT and UNTIL (of which the date counts); null for anything else. */
export function parseRule(text: string): Rule | null {
  const parts = new Map<string, string>()
  for (const part of text.trim().toUpperCase().replace(/^RRULE:/, '').split(';')) {
    const [name = '', value] = part.split('=')
    if (!known.has(name) || !value || parts.has(name)) return null
    parts.set(name, value)
  }
  const frequency = frequencies.find((one) => one === parts.get('FREQ'))
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1')
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT') ?? '') : null
  const until = parts.has('UNTIL') ? dateOf(parts.get('UNTIL') ?? '') : null
  const days = (parts.get('BYDAY')?.split(',') ?? []).map(dayOf)
  const monthDays = (parts.get('BYMONTHDAY')?.split(',') ?? []).map(Number)
  if (!frequency || interval === null || (parts.has('COUNT') && count === null) || (parts.has('UNTIL') && until === null) || (count !== null && until !== null)) return null
  if (days.includes(null) || !monthDays.every((one) => Number.isInteger(one) && one !== 0 && one >= -31 && one <= 31)) return null
  const rule: Rule = { frequency, interval, days: days.filter((one) => one !== null), monthDays, count, until }
  return mayCountDays(rule) ? rule : null
}

/** Writes a rule so that `parseRule` reads it back. UNTIL is the end of that day on the wall, as floating time. */
export function ruleText({ frequency, interval, days, monthDays, count, until }: Rule): string {
  return [
    `FREQ=${frequency}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(days.length === 0 ? [] : [`BYDAY=${days.map(({ weekday, nth }) => `${nth ?? ''}${weekdayNames[weekday - 1] ?? ''}`).join(',')}`]),
    ...(monthDays.length === 0 ? [] : [`BYMONTHDAY=${monthDays.join(',')}`]),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(until === null ? [] : [`UNTIL=${until.replaceAll('-', '')}T235959`]),
  ].join(';')
}

/** The rule until a date at the latest: what is left of a series that is cut. A count goes, since what was before the cut is not counted again. */
export function ruleUntil(rule: Rule, until: LocalDate): Rule {
  return { ...rule, count: null, until: rule.until !== null && rule.until < until ? rule.until : until }
}

/** The instant of a wall time: one that the clock skips lies as far behind the change as it was meant to, of two the first counts. */
export function instantOfWall(wall: WallTime, zone: string): Instant {
  const { date, minute } = partsOfWall(wall)
  return resolve(date, minute, zone)
}

/** What the wall shows at an instant. */
export function wallOf(at: Instant, zone: string): WallTime {
  return `${localDateOf(at, zone)}T${formatTime(wallClock(at, zone).minute)}`
}

/** The date and the minutes from midnight of a wall time. Throws where it is none. */
export function partsOfWall(wall: WallTime): { readonly date: LocalDate; readonly minute: number } {
  const [date = '', time = ''] = wall.split('T')
  const minute = parseTime(time)
  if (!isLocalDate(date) || minute === null || minute === 1440) throw new RangeError(`Not a wall time: ${wall}`)
  return { date, minute }
}

/** The same time on another date, or another time on the same one. */
export function movedWall(wall: WallTime, days: number, minute: number | null = null): WallTime {
  const parts = partsOfWall(wall)
  return `${addDays(parts.date, days)}T${formatTime(minute ?? parts.minute)}`
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL'])

// A weekday is counted within a month only, and days of the month belong to months and years (RFC 5545, 3.3.10).
function mayCountDays({ frequency, days, monthDays }: Rule): boolean {
  const counted = days.some(({ nth }) => nth !== null)
  return (!counted || frequency === 'MONTHLY') && (monthDays.length === 0 || frequency === 'MONTHLY' || frequency === 'YEARLY')
}

function dayOf(text: string): RuleDay | null {
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  return match ? { weekday: weekdayNames.indexOf(match[2] ?? '') + 1, nth: match[1] === undefined ? null : Number(match[1]) } : null
}

function dateOf(text: string): LocalDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text)
  const date = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
  return isLocalDate(date) ? date : null
}

function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null
}
