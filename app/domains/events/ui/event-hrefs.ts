interface Addressed {
  readonly business: { readonly slug: string }
  readonly slug: string
  readonly code: string | null
}

/** The public page of an event, with the code that was entered carried on. */
export function eventAddress({ business, slug, code }: Addressed, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...query, ...(code ? { code } : {}) })
  return `/b/${business.slug}/events/${slug}${search.size > 0 ? `?${search}` : ''}`
}

/** How many of a kind of ticket an address asks for: "n-<id>=2". */
export function countName(ticketId: string): `n-${string}` {
  return `n-${ticketId}`
}

/** Where so many tickets of a date are ordered; with what they were shown to cost once that was shown. */
export function orderAddress({ business, slug, code }: Addressed, date: string, wanted: readonly { readonly id: string }[], prices: readonly number[] | null = null): string {
  const search = new URLSearchParams({ date })
  for (const id of new Set(wanted.map((ticket) => ticket.id))) search.append(countName(id), String(wanted.filter((ticket) => ticket.id === id).length))
  if (code) search.append('code', code)
  if (prices) search.append('prices', prices.join('.'))
  return `/b/${business.slug}/events/${slug}/book?${search}`
}
