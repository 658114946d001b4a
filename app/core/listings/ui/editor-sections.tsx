import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { HiddenField } from '~/ui/hidden-field'
import { Section } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import type { Asked } from '../editor.server'
import { ExtraFields } from './extra-fields'

interface WordsSectionProps {
  readonly fields: { readonly title: FormField; readonly description: FormField }
  /** What a description of this trade tells. */
  readonly about: string
  readonly children: ReactNode
}

/** What a listing is called and how it is described, and the trade's own facts after it. */
export function WordsSection({ fields, about, children }: WordsSectionProps) {
  const i18n = useI18n()
  return (
    <Section id="words" title={i18n.t('What it is')}>
      <div className="stack fields">
        <TextField field={fields.title} label={i18n.t('Title')} autoComplete="off" />
        <TextArea field={fields.description} label={i18n.t('Description')} hint={about} rows={5} width="long" />
        {children}
      </div>
    </Section>
  )
}

interface CategorySectionProps {
  readonly fields: { readonly categoryId: FormField; readonly extra: FieldMetadata<Readonly<Record<string, string>> | undefined> }
  readonly categories: readonly Option[]
  readonly asked: Asked
}

/** The category of a listing and what that asks; nothing where its trade has none. */
export function CategorySection({ fields, categories, asked }: CategorySectionProps) {
  const i18n = useI18n()
  if (categories.length === 0) return null
  const extra = fields.extra.getFieldset()
  return (
    <Section id="category" title={i18n.t('Category')} aside={<p className="soft fine">{i18n.t('Customers find it under this one.')}</p>}>
      <div className="stack fields">
        <SelectField field={fields.categoryId} label={i18n.t('Category')} options={categories} blank={i18n.t('None')} autoComplete="off" />
        <Actions small>
          <Button variant="quiet" name="rows" value="category" formNoValidate>
            {i18n.t('Show what it asks')}
          </Button>
        </Actions>
        <input type="hidden" name="asked" value={asked.mark} />
        <ExtraFields fields={asked.fields} fieldOf={(key) => extra[key]} />
      </div>
    </Section>
  )
}

interface BookingSectionProps {
  readonly fields: { readonly approval: FormField; readonly policyId: FormField; readonly storeIds: FormField }
  readonly choices: { readonly policies: readonly Option[]; readonly stores: readonly Option[] }
  /** Begins the sentence that says who confirms: "Orders are". */
  readonly booked: string
  readonly children: ReactNode
}

/** How the dates of a listing are booked: the trade's own figures, then who confirms, what a cancellation gives back, and where it is to be had. */
export function BookingSection({ fields, choices, booked, children }: BookingSectionProps) {
  const i18n = useI18n()
  return (
    <Section id="booking" title={i18n.t('How it is booked')}>
      <div className="stack fields">
        {children}
        <RadioGroup
          field={fields.approval}
          label={booked}
          choices={[
            { value: 'no', label: i18n.t('booked at once') },
            { value: 'yes', label: i18n.t('confirmed by you, one by one'), hint: i18n.t('The places are kept while you decide.') },
          ]}
        />
        <PolicyField field={fields.policyId} label={i18n.t('If the customer cancels')} policies={choices.policies} />
        <StoresField field={fields.storeIds} stores={choices.stores} />
      </div>
    </Section>
  )
}

/** When a listing is paid; the fields are the payments' own. */
export function PaymentSection({ children }: { children: ReactNode }) {
  const i18n = useI18n()
  return (
    <Section id="payment" title={i18n.t('Payment')}>
      <div className="stack fields">{children}</div>
    </Section>
  )
}

/** Which of the business's cancellation policies holds; hidden where it has none of its own. */
export function PolicyField({ field, label, policies }: { field: FormField; label: string; policies: readonly Option[] }) {
  const i18n = useI18n()
  if (policies.length === 0) return <HiddenField field={field} />
  return <SelectField field={field} label={label} hint={i18n.t('Settings, Cancellation policies says what each of them means.')} options={policies} blank={i18n.t('Our default policy')} />
}

/** In which stores a listing is to be had; hidden where there is but one. */
export function StoresField({ field, stores }: { field: FormField; stores: readonly Option[] }) {
  const i18n = useI18n()
  return stores.length > 1 ? <CheckboxGroup field={field} label={i18n.t('Stores')} choices={stores} /> : <HiddenField field={field} />
}
