import type { Choice } from '../choice'

interface Addressed {
  readonly business: { readonly slug: string }
  readonly slug: string
}

/** How many of a kind of person an address asks for: "n-<id>=2". */
export function countName(kindId: string): `n-${string}` {
  return `n-${kindId}`
}

/** The public page of an activity. */
export function activityAddress({ business, slug }: Addressed, query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query)
  return `/b/${business.slug}/activities/${slug}${search.size > 0 ? `?${search}` : ''}`
}

/** What a choice says in an address. */
export function choiceQuery({ session, people, private: alone }: Choice): Record<string, string> {
  const counts = Object.entries(people).flatMap(([id, count]) => (count > 0 ? [[countName(id), String(count)] as const] : []))
  return { date: session, ...Object.fromEntries(counts), ...(alone ? { private: 'yes' } : {}) }
}

/** Where a choice is booked. */
export function bookAddress({ business, slug }: Addressed, choice: Choice): string {
  return `/b/${business.slug}/activities/${slug}/book?${new URLSearchParams(choiceQuery(choice))}`
}
