import { useI18n } from '~/platform/words/use-i18n'
import type { FormField } from '~/ui/field'
import { TextArea, TextField } from '~/ui/text-field'

/** What a staff profile says. */
export function StaffFields({ fields }: { fields: Readonly<Record<'name' | 'title' | 'bio' | 'email', FormField>> }) {
  const i18n = useI18n()
  return (
    <>
      <TextField field={fields.name} label={i18n.t('Name')} hint={i18n.t('As customers see it when they choose somebody.')} autoComplete="off" />
      <TextField field={fields.title} label={i18n.t('What they do')} hint={i18n.t('A few words: “Colourist”.')} />
      <TextArea field={fields.bio} label={i18n.t('About them')} rows={4} />
      <TextField field={fields.email} label={i18n.t('E-mail')} hint={i18n.t('For you only; customers do not see it.')} type="email" autoComplete="off" />
    </>
  )
}
