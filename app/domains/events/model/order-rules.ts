/** How many of a kind of ticket are wanted in one order. */
export interface Wanted {
  readonly ticketId: string
  readonly title: string
  readonly count: number
  readonly leastPerOrder: number
  readonly mostPerOrder: number
}

export type OrderRule =
  | { readonly rule: 'too-few'; readonly ticket: string; readonly least: number }
  | { readonly rule: 'too-many-of'; readonly ticket: string; readonly most: number }
  | { readonly rule: 'too-many'; readonly most: number }

/** The first rule that an order breaks, if any: so many of each kind at least and at most, so many of all together. */
export function brokenRule(wanted: readonly Wanted[], mostPerOrder: number): OrderRule | null {
  for (const { title, count, leastPerOrder, mostPerOrder: most } of wanted) {
    if (count > 0 && count < leastPerOrder) return { rule: 'too-few', ticket: title, least: leastPerOrder }
    if (count > most) return { rule: 'too-many-of', ticket: title, most }
  }
  const all = wanted.reduce((sum, { count }) => sum + count, 0)
  return all > mostPerOrder ? { rule: 'too-many', most: mostPerOrder } : null
}
