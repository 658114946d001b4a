import { isLocalDate, addDays, type LocalDate } from '~/kernel/time'

/** What the address of the search says; empty strings where it says nothing. */
export interface Sought {
  readonly q: string
  readonly place: string
  readonly domain: string
  /** The slug of a category. */
  readonly category: string
  /** Dates on which it is to be free, both included. */
  readonly from: string
  readonly to: string
  readonly people: string
  /** Prices as they are typed, of this currency. */
  readonly min: string
  readonly max: string
  readonly currency: string
  /** What is listed, where it is one of the two alone. */
  readonly show: 'offers' | 'businesses' | ''
  /** What the fields of the category are to say: `field.key`, `from.key`, `to.key`. */
  readonly asked: Readonly<Record<string, string>>
}

export interface SoughtPlace {
  readonly tier: number
  readonly number: number
}

/** More days than these nobody asks for at once. */
export const mostDays = 31
export const mostPeople = 99

/** Reads an address; what makes no sense is left out. */
export function soughtIn(query: URLSearchParams): Sought {
  const text = (name: string, most = 100) => (query.get(name) ?? '').trim().slice(0, most)
  const { from, to } = datesIn(text('from'), text('to'))
  const show = text('show')
  const [min, max] = [text('min', 20), text('max', 20)]
  return {
    q: text('q', 200),
    place: text('place'),
    domain: text('domain'),
    category: text('category'),
    from,
    to,
    people: /^[1-9]\d?$/.test(text('people')) ? text('people') : '',
    min,
    max,
    // Without a price nobody has chosen one: the form sends what stood there.
    currency: min + max !== '' && /^[A-Z]{3}$/.test(text('currency')) ? text('currency') : '',
    show: show === 'offers' || show === 'businesses' ? show : '',
    asked: Object.fromEntries([...query].filter(([name, value]) => /^(field|from|to)\../.test(name) && value.trim() !== '').slice(0, 40).map(([name, value]) => [name, value.trim().slice(0, 100)])),
  }
}

/** Reads the place in the list; null for its beginning. */
export function placeIn(query: URLSearchParams): SoughtPlace | null {
  const [, tier, number] = /^([0-2])~(\d{1,15})$/.exec(query.get('after') ?? '') ?? []
  return tier !== undefined && number !== undefined ? { tier: Number(tier), number: Number(number) } : null
}

/** The address of a search, at this place in the list. */
export function searchHref({ asked, ...sought }: Sought, after: SoughtPlace | null = null): string {
  const query = new URLSearchParams(Object.entries({ ...sought, ...asked }).filter(([, value]) => value !== ''))
  if (after) query.set('after', `${after.tier}~${after.number}`)
  const text = query.toString()
  return text === '' ? '/search' : `/search?${text}`
}

// One date means that day; what ends before it begins ends where it begins.
function datesIn(first: string, last: string): { from: LocalDate | ''; to: LocalDate | '' } {
  const from = isLocalDate(first) ? first : isLocalDate(last) ? last : ''
  if (from === '') return { from, to: '' }
  const to = isLocalDate(last) && last > from ? last : from
  const latest = addDays(from, mostDays - 1)
  return { from, to: to > latest ? latest : to }
}
