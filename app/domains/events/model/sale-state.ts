interface SaleWindow {
  readonly active: boolean
  readonly saleFrom: number | null
  readonly saleUntil: number | null
}

export type SaleState =
  | { readonly kind: 'on-sale' }
  | { readonly kind: 'not-yet'; readonly from: number }
  | { readonly kind: 'over' }
  | { readonly kind: 'not-sold' }

/** Whether a kind of ticket is on sale for a date that starts at `startsAt`. Half-open; nobody buys a ticket for what has begun. */
export function saleState({ active, saleFrom, saleUntil }: SaleWindow, startsAt: number, now: number): SaleState {
  if (!active) return { kind: 'not-sold' }
  if (now >= startsAt || (saleUntil !== null && now >= saleUntil)) return { kind: 'over' }
  return saleFrom !== null && now < saleFrom ? { kind: 'not-yet', from: saleFrom } : { kind: 'on-sale' }
}
