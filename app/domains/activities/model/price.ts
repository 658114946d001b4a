import { proportion, sumOf } from '~/kernel/money'

/** A kind of person: what one costs as the business writes it, in minor units, and how many places one takes. */
export interface PersonKind {
  readonly id: string
  /** "Adult", "Child". */
  readonly label: string
  /** "3 to 12 years" */
  readonly hint: string | null
  readonly priceMinor: number
  /** 0 where they sit on somebody's lap. */
  readonly places: number
}

export interface PriceTerms {
  /** The first is the one whose price a date may replace. */
  readonly kinds: readonly PersonKind[]
  readonly bulkFrom: number | null
  readonly bulkPercent: number | null
}

/** How many of each kind, by the kinds' ids. */
export type People = Readonly<Record<string, number>>

export interface PriceOfPeople {
  readonly lines: readonly { readonly kind: PersonKind; readonly count: number; readonly amountMinor: number }[]
  /** What so many people take off; 0 where they are not enough. */
  readonly discountMinor: number
  readonly people: number
  readonly places: number
}

/**
 * What people cost, line by line. `dateMinor` replaces the price of the first kind on a date of its own price; the others then cost the same
 * share of it as usual, each rounded once. The discount is taken of the sum, rounded once.
 */
export function priceOf({ kinds, bulkFrom, bulkPercent }: PriceTerms, wanted: People, dateMinor: number | null): PriceOfPeople {
  const usual = kinds[0]?.priceMinor ?? 0
  const each = (kind: PersonKind) => (dateMinor === null ? kind.priceMinor : usual === 0 ? (kind === kinds[0] ? dateMinor : kind.priceMinor) : proportion(kind.priceMinor, dateMinor, usual))
  const lines = kinds.flatMap((kind) => {
    const count = wanted[kind.id] ?? 0
    return count > 0 ? [{ kind, count, amountMinor: each(kind) * count }] : []
  })
  const people = lines.reduce((sum, { count }) => sum + count, 0)
  const places = lines.reduce((sum, { kind, count }) => sum + kind.places * count, 0)
  const enough = bulkFrom !== null && bulkPercent !== null && people >= bulkFrom
  return { lines, people, places, discountMinor: enough ? proportion(sumOf(lines.map(({ amountMinor }) => amountMinor)), bulkPercent, 100) : 0 }
}

/** What one of a kind costs on a date, by itself; 0 for a kind that there is not. */
export function priceOfOne({ kinds }: Pick<PriceTerms, 'kinds'>, kindId: string, dateMinor: number | null): number {
  return priceOf({ kinds, bulkFrom: null, bulkPercent: null }, { [kindId]: 1 }, dateMinor).lines[0]?.amountMinor ?? 0
}
