import { proportion, share, sumOf } from '~/kernel/money'

export type LineKind = 'item' | 'fee' | 'discount' | 'tip' | 'tax' | 'rounding'

/** One line of what is owed. All lines of a sale, taxes among them, add up to its total. */
export interface PriceLine {
  readonly kind: LineKind
  readonly title: string
  /** Minor units of the sale's currency: net on every line but a tax, where it is the tax; below zero where it takes off. */
  readonly amount: number
  /** Which item of the booking or order it belongs to. */
  readonly itemKey?: string
  /** Its place among the lines, from 1. */
  readonly position: number
  /** On tax lines only. */
  readonly tax?: TaxNote
}

export interface TaxNote {
  readonly name: string
  /** Parts per million: 23 % is 230,000. */
  readonly ratePpm: number
  /** Whether the price shown held it already. */
  readonly included: boolean
  /** The position of the line it is on; null where it is on the whole. */
  readonly onLine: number | null
}

/**
 * A line as a price list shows it: with the tax where prices include it, without where it is added. A `levy` is a tax by head or by night
 * (a tourist tax) that was reckoned already: it becomes a tax on the whole, without a rate, and no tax is on it.
 */
export type ShownLine = Pick<PriceLine, 'title' | 'amount' | 'itemKey'> & { readonly kind: Exclude<LineKind, 'tax'> | 'levy' }

/** How a store taxes what it sells. */
export type StoreTax = Omit<TaxNote, 'onLine'>

/**
 * The lines of a sale from the lines shown, in their order, then a tax line for each of them that is taxed: items, fees and
 * discounts (tips and roundings are not), unless their amount is zero or the store charges no tax (null or a rate of 0).
 * Where prices include tax, net and tax of a line add up to exactly what was shown: tax = shown × rate ÷ (1 + rate), rounded once,
 * and net is the rest. Where it is added, tax = net × rate, rounded once per line, so that one item can be undone alone, to the cent.
 */
export function priceLines(shown: readonly ShownLine[], storeTax: StoreTax | null): PriceLine[] {
  const rate = storeTax?.ratePpm ?? 0
  if (!Number.isSafeInteger(rate) || rate < 0) throw new RangeError(`Not a rate in parts per million: ${rate}`)
  const net: PriceLine[] = []
  const taxes: PriceLine[] = []
  shown.forEach(({ kind, ...rest }, index) => {
    const position = index + 1
    if (kind === 'levy') {
      net.push({ ...rest, kind: 'tax', position, tax: { name: rest.title, ratePpm: 0, included: false, onLine: null } })
      return
    }
    const line = { ...rest, kind }
    if (!storeTax || rate === 0 || line.amount === 0 || !taxedKinds.has(line.kind)) {
      net.push({ ...line, position })
      return
    }
    const amount = storeTax.included ? proportion(line.amount, rate, 1_000_000 + rate) : share(line.amount, rate)
    const { name, included } = storeTax
    net.push({ ...line, position, amount: included ? line.amount - amount : line.amount })
    taxes.push({
      kind: 'tax', title: name, amount, position: shown.length + taxes.length + 1, tax: { name, ratePpm: rate, included, onLine: position },
      ...(line.itemKey === undefined ? {} : { itemKey: line.itemKey }),
    })
  })
  return [...net, ...taxes]
}

/** The lines of several items as those of one sale: positions run on from 1, and each tax still names the line it is on. */
export function joinLines(groups: readonly (readonly PriceLine[])[]): PriceLine[] {
  const joined: PriceLine[] = []
  for (const lines of groups) {
    const places = new Map(lines.map((line, index) => [line.position, joined.length + index + 1]))
    const placeOf = (position: number) => {
      const place = places.get(position)
      if (place === undefined) throw new RangeError(`There is no line at position ${position}`)
      return place
    }
    joined.push(...lines.map(({ tax, ...line }) => ({
      ...line, position: placeOf(line.position),
      ...(tax ? { tax: { ...tax, onLine: tax.onLine === null ? null : placeOf(tax.onLine) } } : {}),
    })))
  }
  return joined
}

/** What all lines come to, in minor units. Throws where the sum leaves the safe integers. */
export function total(lines: readonly Pick<PriceLine, 'amount'>[]): number {
  return sumOf(lines.map((line) => line.amount))
}

/** What a price list shows for the line at a position: its net amount, and the taxes on it which the price included. */
export function shownAmount(lines: readonly PriceLine[], position: number): number {
  return total(lines.filter((line) => (line.tax ? line.tax.included && line.tax.onLine === position : line.position === position)))
}

/** The taxes of all lines, one entry for each name, rate and way of charging, in the order in which they first come. */
export function taxSummary(lines: readonly PriceLine[]): (StoreTax & { readonly amount: number })[] {
  const entries = new Map<string, StoreTax & { amount: number }>()
  for (const { tax, amount } of lines) {
    if (!tax) continue
    const { name, ratePpm, included } = tax
    const key = JSON.stringify([name, ratePpm, included])
    entries.set(key, { name, ratePpm, included, amount: sumOf([entries.get(key)?.amount ?? 0, amount]) })
  }
  return [...entries.values()]
}

const taxedKinds: ReadonlySet<LineKind> = new Set<LineKind>(['item', 'fee', 'discount'])
