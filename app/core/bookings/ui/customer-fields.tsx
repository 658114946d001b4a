import { useI18n } from '~/platform/words/use-i18n'
import type { FormField } from '~/ui/field'
import { TextArea, TextField } from '~/ui/text-field'

interface CustomerFieldsProps {
  readonly fields: Readonly<Record<'name' | 'phone' | 'email' | 'note', FormField>>
  /** What the customer gets by mail. */
  readonly mailHint: string
}

/** Whom a member books for: on the telephone a name is enough. */
export function CustomerFields({ fields, mailHint }: CustomerFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <TextField field={fields.name} label={i18n.t('Name')} autoComplete="off" enterKeyHint="next" />
      <TextField field={fields.phone} label={i18n.t('Telephone')} type="tel" autoComplete="off" enterKeyHint="next" />
      <TextField field={fields.email} label={i18n.t('E-mail')} hint={mailHint} type="email" autoComplete="off" enterKeyHint="next" />
      <TextArea field={fields.note} label={i18n.t('What they say')} rows={3} />
    </>
  )
}
