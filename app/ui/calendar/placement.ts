/** The places of one element in the grid, as custom properties: `{ from: 12, to: 24 }` becomes `--from:12;--to:24`. */
export interface Placement {
  readonly id: string
  readonly places: Readonly<Record<string, number>>
}

/** A step of the grid in minutes: the rows are this high. */
export const stepMinutes = 5

/** The parts of a day's width: shared evenly by 1, 2, 3, 4, 6 or 12 entries beside each other. */
const parts = 12

/**
 * One style sheet for all places of a calendar, to stand in a `<style>` with the nonce, since the policy drops style attributes.
 * Throws where an id or a number is not plain, so that nothing a person typed can become CSS.
 */
export function placementSheet(placements: readonly Placement[]): string {
  return placements.map(({ id, places }) => `#${plainName(id)}{${Object.entries(places).map(declaration).join(';')}}`).join('')
}

/** From the first to the last step that minutes touch, counted from the first minute shown and cut to what is shown. */
export function stepsOf(span: { readonly from: number; readonly to: number }, shown: { readonly from: number; readonly to: number }) {
  const last = stepsBetween(shown.from, shown.to)
  const from = Math.min(Math.max(0, Math.floor((span.from - shown.from) / stepMinutes)), last - 1)
  const to = Math.min(Math.max(from + 1, Math.ceil((span.to - shown.from) / stepMinutes)), last)
  return { from, to }
}

export function stepsBetween(from: number, to: number): number {
  return Math.ceil((to - from) / stepMinutes)
}

/** The part at which a lane begins, counted from 1, and how many parts it takes. */
export function partsOf(lane: number, of: number): { readonly lane: number; readonly span: number } {
  const shares = [1, 2, 3, 4, 6, 12].find((count) => count >= of) ?? parts
  const span = parts / shares
  return { lane: Math.min(lane, shares - 1) * span + 1, span }
}

function declaration([name, value]: [string, number]): string {
  if (!Number.isInteger(value)) throw new Error(`A place in a calendar must be a whole number: ${name} is ${value}`)
  return `--${plainName(name)}:${value}`
}

function plainName(name: string): string {
  if (!/^[a-z][a-z0-9-]*$/i.test(name)) throw new Error(`Not a plain name for a style sheet: ${name}`)
  return name
}
