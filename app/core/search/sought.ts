import { isLocalDate, addDays, type LocalDate } from '~/kernel/time'

/** What the address of the search says; empty strings where it says nothing. */
export interface Sought {
  readonly q: string
  readonly place: string
  readonly domain: string
  /** The slug of a category. */
  readonly category: string
  /** Dates as they are typed: the second may lie before the first, or far after it (`datesSought`). */
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

/** What of an address does not count as it is typed: `people-alone` where people are told without a date, `unread` where something is none of what it should be. */
export type Trouble =
  | { readonly kind: 'turned' | 'people-alone' }
  | { readonly kind: 'too-many-days' | 'too-many-people'; readonly most: number }
  | { readonly kind: 'unread'; readonly text: string }

/** More days than these nobody asks for at once. */
export const mostDays = 31
export const mostPeople = 999

/** Reads an address; what makes no sense is left out, and `troublesIn` tells it. `currency` is that of prices which name none. */
export function soughtIn(query: URLSearchParams, currency = ''): Sought {
  const text = (name: string, most = 100) => (query.get(name) ?? '').trim().slice(0, most)
  const [first, last] = [text('from'), text('to')].map((typed) => (isDate(typed) ? typed : ''))
  // One date means that day.
  const [from, to] = [first || last || '', last || first || '']
  const show = text('show')
  const [min, max] = [text('min', 20), text('max', 20)]
  return {
    q: text('q', 200),
    place: text('place'),
    domain: text('domain'),
    category: text('category'),
    from,
    to,
    people: isCount(text('people')) ? String(Math.min(Number(text('people')), mostPeople)) : '',
    min,
    max,
    // Without a price nobody has chosen one: the form sends what stood there.
    currency: min + max === '' ? '' : /^[A-Z]{3}$/.test(text('currency')) ? text('currency') : currency,
    show: show === 'offers' || show === 'businesses' ? show : '',
    asked: Object.fromEntries([...query].filter(([name, value]) => /^(field|from|to)\../.test(name) && value.trim() !== '').slice(0, 40).map(([name, value]) => [name, value.trim().slice(0, 100)])),
  }
}

/** Why an address is not searched for as it is typed; none where it is. */
export function troublesIn(query: URLSearchParams): Trouble[] {
  const said = (name: string) => (query.get(name) ?? '').trim()
  const { from, to } = soughtIn(query)
  const people = said('people')
  const unread = [...['from', 'to'].map(said).filter((text) => !isDate(text)), ...(isCount(people) ? [] : [people])].filter((text) => text !== '')
  return [
    ...unread.map((text) => ({ kind: 'unread' as const, text: text.slice(0, 40) })),
    ...(to < from ? [{ kind: 'turned' as const }] : []),
    ...(from !== '' && to > addDays(from, mostDays - 1) ? [{ kind: 'too-many-days' as const, most: mostDays }] : []),
    ...(isCount(people) && Number(people) > mostPeople ? [{ kind: 'too-many-people' as const, most: mostPeople }] : []),
    ...(isCount(people) && from === '' ? [{ kind: 'people-alone' as const }] : []),
  ]
}

/** The dates on which it is to be free, both included; null for whenever. What ends before it begins ends where it begins. */
export function datesSought({ from, to }: Pick<Sought, 'from' | 'to'>): { readonly from: LocalDate; readonly to: LocalDate } | null {
  if (from === '') return null
  const [last, latest] = [to > from ? to : from, addDays(from, mostDays - 1)]
  return { from, to: last > latest ? latest : last }
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

function isDate(text: string): boolean {
  return isLocalDate(text) && text >= '1000' && text < '9000'
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text) && Number(text) > 0
}
