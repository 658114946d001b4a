import type { FieldMetadata } from '@conform-to/react'
import { countriesByName } from '~/kernel/countries'
import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup, SelectField } from '~/ui/choice-field'
import { TextField } from '~/ui/text-field'
import type { AddressInput } from '../forms'

type AddressFieldset = { readonly [Name in keyof AddressInput]-?: FieldMetadata<AddressInput[Name]> }

/** What an address is made of, in the order in which people write it. */
export function AddressFieldsOf({ fields }: { fields: AddressFieldset }) {
  const i18n = useI18n()
  const countries = countriesByName(i18n.locale).map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <RadioGroup
        field={fields.kind}
        label={i18n.t('What is it for?')}
        inline
        choices={[
          { value: 'billing', label: i18n.t('Invoices') },
          { value: 'shipping', label: i18n.t('Deliveries') },
        ]}
      />
      <TextField field={fields.name} label={i18n.t('Name')} autoComplete="name" width="long" />
      <TextField field={fields.line1} label={i18n.t('Street and number')} autoComplete="address-line1" width="long" />
      <TextField field={fields.line2} label={i18n.t('Floor, building or care of')} autoComplete="address-line2" width="long" />
      <TextField field={fields.postalCode} label={i18n.t('Postal code')} autoComplete="postal-code" width="short" autoCapitalize="characters" />
      <TextField field={fields.city} label={i18n.t('Town or city')} autoComplete="address-level2" />
      <TextField field={fields.region} label={i18n.t('Region')} autoComplete="address-level1" />
      <SelectField field={fields.country} label={i18n.t('Country')} blank={i18n.t('Choose a country')} options={countries} autoComplete="country" />
    </>
  )
}
