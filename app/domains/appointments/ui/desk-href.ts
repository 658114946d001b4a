/** What the pages at the desk carry from step to step; empty strings are left out. */
export interface DeskAddress {
  readonly service: string
  /** The ids of those that come after it in the same visit, with commas. */
  readonly also: string
  readonly staff: string
  readonly store: string
  readonly at: string
}

/** The address of a step; an instant is written so that people can read it. */
export function deskHref(path: string, address: DeskAddress, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(Object.entries({ ...address, ...more }).filter(([, value]) => value !== ''))
  return (query.size > 0 ? `${path}?${query}` : path).replaceAll('%3A', ':')
}

/** What is shown of the service and the person while the desk chooses. */
export interface ShownDeskStep {
  readonly id: string
  readonly title: string
  readonly price: string
  readonly about: string
  readonly zone: string
  readonly store: string
  /** Each service in its turn: when it starts after the first one does, and how long it takes, in milliseconds. */
  readonly parts: readonly { readonly id: string; readonly title: string; readonly price: string; readonly about: string; readonly afterMs: number; readonly lengthMs: number }[]
  /** What else there is for the same visit. */
  readonly more: readonly { readonly value: string; readonly label: string }[]
  readonly stores: readonly { readonly value: string; readonly label: string }[]
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly person: { readonly id: string; readonly name: string } | null
  readonly end: number | null
}
