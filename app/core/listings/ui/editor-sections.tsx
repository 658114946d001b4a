import type { FieldMetadata } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, SelectField, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { HiddenField } from '~/ui/hidden-field'
import { Section } from '~/ui/page'
import type { Asked } from '../editor.server'
import { ExtraFields } from './extra-fields'

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
