import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { Section } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'

type StoreFieldName =
  | 'name' | 'line1' | 'line2' | 'postalCode' | 'city' | 'region' | 'country' | 'timeZone' | 'phone' | 'email' | 'directions'
  | 'taxName' | 'taxRate' | 'taxIncluded'

interface StoreFieldsProps {
  readonly fields: Readonly<Record<StoreFieldName, FormField>>
  readonly countries: readonly Option[]
  readonly zones: readonly Option[]
}

/** Everything that is asked of a store, for a new one and for one that stands. */
export function StoreFields({ fields, countries, zones }: StoreFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <Section id="where" title={i18n.t('Where it is')}>
        <div className="stack">
          <TextField field={fields.name} label={i18n.t('Name of the store')} hint={i18n.t('Customers choose by it when there are several.')} />
          <TextField field={fields.line1} label={i18n.t('Street and number')} autoComplete="address-line1" />
          <TextField field={fields.line2} label={i18n.t('Floor or building')} autoComplete="address-line2" />
          <TextField field={fields.postalCode} label={i18n.t('Postal code')} autoComplete="postal-code" width="short" />
          <TextField field={fields.city} label={i18n.t('Town')} autoComplete="address-level2" />
          <TextField field={fields.region} label={i18n.t('Region')} autoComplete="address-level1" />
          <SelectField field={fields.country} label={i18n.t('Country')} options={countries} blank={i18n.t('Choose one')} autoComplete="country" />
          <SelectField field={fields.timeZone} label={i18n.t('Time zone')} hint={i18n.t('Hours and bookings of this store are in it.')} options={zones} blank={i18n.t('Choose one')} />
        </div>
      </Section>
      <Section id="reach" title={i18n.t('How to reach it')}>
        <div className="stack">
          <TextField field={fields.phone} label={i18n.t('Telephone')} type="tel" autoComplete="tel" />
          <TextField field={fields.email} label={i18n.t('E-mail')} type="email" autoComplete="email" />
          <TextArea field={fields.directions} label={i18n.t('How to find it')} hint={i18n.t('Stands in the confirmation: the bell to ring, where to park.')} rows={3} />
        </div>
      </Section>
      <Section id="tax" title={i18n.t('Tax')}>
        <TaxFields fields={fields} />
      </Section>
    </>
  )
}

function TaxFields({ fields }: Pick<StoreFieldsProps, 'fields'>) {
  const i18n = useI18n()
  return (
    <div className="stack">
      <TextField field={fields.taxName} label={i18n.t('What the tax is called')} hint={i18n.t('VAT, IVA, sales tax.')} width="short" />
      <TextField field={fields.taxRate} label={i18n.t('Rate, percent')} inputMode="decimal" width="short" />
      <RadioGroup
        field={fields.taxIncluded}
        label={i18n.t('Your prices')}
        choices={[
          { value: 'yes', label: i18n.t('include the tax') },
          { value: 'no', label: i18n.t('come without it: it is added') },
        ]}
      />
    </div>
  )
}
