import { useI18n } from '~/platform/words/use-i18n'
import { CheckboxField, RadioGroup, SelectField } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { DateField, TextArea, TextField } from '~/ui/text-field'
import type { Field } from '../model/field-schema'

/** The form that the fields of a category make; `fieldOf` gives the control's place in the form around it. */
export function ExtraFields({ fields, fieldOf }: { fields: readonly Field[]; fieldOf: (key: string) => FormField | undefined }) {
  return (
    <>
      {fields.map((field) => {
        const control = fieldOf(field.key)
        return control && <ExtraField key={field.key} field={field} control={control} />
      })}
    </>
  )
}

function ExtraField({ field, control }: { field: Field; control: FormField }) {
  const i18n = useI18n()
  const { id, errorId, name, errors, initialValue } = control
  const letters = field.kind === 'string' || field.kind === 'text'
  const limits = letters ? { minLength: field.min ?? undefined, maxLength: field.max ?? undefined } : {}
  const frame = { field: { id, errorId, name, errors, initialValue, required: field.required, ...limits }, label: field.title, hint: field.help ?? undefined }
  switch (field.kind) {
    case 'string':
      return <TextField {...frame} autoComplete="off" />
    case 'text':
      return <TextArea {...frame} autoComplete="off" />
    case 'integer':
      return <TextField {...frame} inputMode="numeric" width="short" autoComplete="off" />
    case 'number':
      return <TextField {...frame} inputMode="decimal" width="short" autoComplete="off" />
    case 'boolean':
      return <CheckboxField {...frame} field={{ ...frame.field, required: false }} />
    case 'date':
      return <DateField {...frame} autoComplete="off" />
    case 'enum': {
      const choices = field.options.map((option) => ({ value: option, label: option }))
      if (field.required && choices.length <= 4) return <RadioGroup {...frame} choices={choices} />
      return <SelectField {...frame} options={choices} blank={i18n.t('Choose one')} autoComplete="off" />
    }
  }
}
