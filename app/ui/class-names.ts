/** Joins what is set: `classNames('section', band && 'band')`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
