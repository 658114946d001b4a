import type { I18n } from '@lingui/core'
import { isCurrency } from '~/kernel/money'
import { zones } from '~/kernel/time'
import { worded } from '~/platform/words/i18n'
import { countries } from './model/countries'

/** One entry of a list to choose from. */
export interface NamedChoice {
  readonly value: string
  readonly label: string
}

/** The countries by ISO 3166-1 code, sorted by their name in the reader's language. */
export const countryChoices = worded((i18n: I18n) => named(i18n, 'region', countries))

/** The currencies in use by ISO 4217 code, sorted by their name in the reader's language. */
export const currencyChoices = worded((i18n: I18n) => named(i18n, 'currency', Intl.supportedValuesOf('currency').filter(isCurrency)))

/** The time zones that can be chosen, by their IANA name. */
export function zoneChoices(): readonly NamedChoice[] {
  return (zoneList ??= zones().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })))
}

function named(i18n: I18n, type: 'region' | 'currency', codes: readonly string[]): readonly NamedChoice[] {
  const names = new Intl.DisplayNames([i18n.locale, 'en'], { type })
  return codes.map((value) => ({ value, label: names.of(value) ?? value })).sort((a, b) => a.label.localeCompare(b.label, i18n.locale))
}

let zoneList: readonly NamedChoice[] | undefined
