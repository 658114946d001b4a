/** What the pages at the desk carry from step to step; empty strings are left out. */
export interface DeskAddress {
  readonly service: string
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
  readonly stores: readonly { readonly value: string; readonly label: string }[]
  readonly people: readonly { readonly value: string; readonly label: string }[]
  readonly person: { readonly id: string; readonly name: string } | null
  readonly end: number | null
}
