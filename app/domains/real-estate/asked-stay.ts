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
}

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
  return {
    arrive: date('from'), depart: date('to'),
    guests: { adults: count('adults', 2), children: count('children', 0), infants: count('infants', 0) },
    month: isMonth(month) ? month : null,
  }
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
