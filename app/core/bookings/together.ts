import type { I18n } from '@lingui/core'

/** Several names in one breath: "Cut", "Cut and Colour", "Cut, Colour and Beard trim". Each is said once. */
export function together(i18n: I18n, names: readonly string[]): string {
  const once = [...new Set(names)]
  const last = once.at(-1) ?? ''
  return once.length < 2 ? last : i18n.t('{some} and {last}', { some: once.slice(0, -1).join(', '), last })
}
