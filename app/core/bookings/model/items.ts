interface Item {
  readonly state: 'active' | 'cancelled'
}

/** The items that a booking is about: those that still stand, or all where none does any more. */
export function shownItems<I extends Item>(items: readonly I[]): readonly I[] {
  const active = items.filter(({ state }) => state === 'active')
  return active.length > 0 ? active : items
}

/** From the first start to the last end of what a booking is about. */
export function spanOf(items: readonly (Item & { readonly startsAt: number; readonly endsAt: number })[]): { startsAt: number; endsAt: number } {
  const shown = shownItems(items)
  return { startsAt: Math.min(...shown.map(({ startsAt }) => startsAt)), endsAt: Math.max(...shown.map(({ endsAt }) => endsAt)) }
}
