import { isLocalDate, type LocalDate } from '~/kernel/time'
import type { Guests } from './model/price-stay'
import { isMonth, type Month } from './model/months'

/** What an address asks for: dates that may be missing, and who comes. */
export interface AskedStay {
  readonly arrive: LocalDate | null
  readonly depart: LocalDate | null
  readonly guests: Guests
  /** The first month of the calendar that is wanted. */
  readonly month: Month | null
  /** The dates that a form was sent without, each with what was typed in its place. */
  readonly lacking: Lacking
}

export type DateName = 'from' | 'to'
export type Lacking = Readonly<Partial<Record<DateName, string>>>

/** Reads `from`, `to`, `adults`, `children`, `infants` and `month`; what is none of them counts as not said. */
export function askedStay(query: URLSearchParams): AskedStay {
  const date = (name: string) => {
    const text = query.get(name) ?? ''
    return isLocalDate(text) && text >= '1000' && text < '9000' ? text : null
  }
  const count = (name: string, otherwise: number) => {
    const text = query.get(name) ?? ''
    return /^\d{1,3}$/.test(text) ? Math.min(Number(text), 200) : otherwise
  }
  const month = query.get('month') ?? ''
  const [arrive, depart] = [date('from'), date('to')]
  return {
    arrive, depart,
    guests: { adults: count('adults', 2), children: count('children', 0), infants: count('infants', 0) },
    month: isMonth(month) ? month : null,
    lacking: lackingDates(query, { from: arrive, to: depart }),
  }
}

// The calendar asks for one day after the other: an arrival alone lacks nothing yet.
function lackingDates(query: URLSearchParams, dates: Readonly<Record<DateName, LocalDate | null>>): Lacking {
  if (!query.has('to') && (dates.from !== null || !query.has('from'))) return {}
  return Object.fromEntries((['from', 'to'] as const).filter((name) => dates[name] === null).map((name) => [name, query.get(name) ?? '']))
}

/** Whether no date is lacking: none was asked for, or whatever a form sent was one. */
export function isComplete({ lacking }: AskedStay): boolean {
  return Object.keys(lacking).length === 0
}

/** The same as a query, without what was not said. */
export function stayQuery({ arrive, depart, guests }: Pick<AskedStay, 'arrive' | 'depart' | 'guests'>, month: Month | null = null): string {
  const { adults, children, infants = 0 } = guests
  const query = new URLSearchParams()
  if (arrive) query.set('from', arrive)
  if (depart) query.set('to', depart)
  if (adults !== 2) query.set('adults', String(adults))
  if (children > 0) query.set('children', String(children))
  if (infants > 0) query.set('infants', String(infants))
  if (month) query.set('month', month)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The same names where a form sends them. */
export function typedStay(form: FormData): URLSearchParams {
  return new URLSearchParams(['from', 'to', 'adults', 'children', 'infants'].flatMap((name) => {
    const value = form.get(name)
    return typeof value === 'string' ? [[name, value]] : []
  }))
}
