import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import type { FormField } from '~/ui/field'
import { TextField } from '~/ui/text-field'
import type { PartyKind } from '../../bookings/index.server'
import { partyName } from '../forms'

interface HowManyProps {
  readonly fields: Readonly<Partial<Record<'count' | ReturnType<typeof partyName>, FormField>>>
  /** None: it is asked how many, and no more. */
  readonly kinds: readonly PartyKind[]
  readonly currency: string
}

/** With how many somebody waits, of each kind of person where there are kinds. */
export function HowMany({ fields, kinds, currency }: HowManyProps) {
  const i18n = useI18n()
  const typing = { inputMode: 'numeric', autoComplete: 'off', enterKeyHint: 'go', width: 'short' } as const
  if (kinds.length === 0) return fields.count && <TextField field={fields.count} label={i18n.t('How many')} {...typing} />
  return kinds.map((kind) => {
    const { id, label, hint, priceMinor } = kind
    const field = fields[partyName(kind)]
    const price = priceMinor === 0 ? i18n.t('free') : formatMoney(i18n.locale, priceMinor, currency)
    return field && <TextField key={id} field={field} label={i18n.t('{kind}, {price}', { kind: label, price })} hint={hint ?? undefined} {...typing} />
  })
}
