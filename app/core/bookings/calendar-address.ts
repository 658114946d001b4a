import { isLocalDate, parseInstant, type LocalDate } from '~/kernel/time'

export const calendarViews = ['month', 'week', 'day', 'agenda'] as const
export type CalendarView = (typeof calendarViews)[number]

/** What the address of the calendar says; empty strings where it says nothing. */
export interface CalendarAddress {
  readonly view: CalendarView
  readonly date: LocalDate
  readonly staff: string
  readonly store: string
  readonly domain: string
}

export function calendarAddressIn(query: URLSearchParams, today: LocalDate): CalendarAddress {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 100)
  // Ten years to either side are enough for a diary, and keep dates within what can be computed.
  const near = isLocalDate(text('date')) && Math.abs(Number(text('date').slice(0, 4)) - Number(today.slice(0, 4))) <= 10
  return {
    view: calendarViews.find((view) => view === text('view')) ?? 'day',
    date: near ? text('date') : today,
    staff: text('staff'),
    store: text('store'),
    domain: text('domain'),
  }
}

export function calendarHref(path: string, address: CalendarAddress): string {
  return `${path}?${new URLSearchParams(Object.entries(address).filter(([, value]) => value !== ''))}`
}

/** The instant that a free stretch of the calendar hands on. */
export function instantIn(query: URLSearchParams): number | null {
  return parseInstant(query.get('at') ?? '')
}
