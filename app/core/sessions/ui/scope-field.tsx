import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'

/** Whether an act is on one date of a series, or on all that follow too; the hint says what that means there. */
export function ScopeField({ field, hint }: { field: FormField; hint: string }) {
  const i18n = useI18n()
  return (
    <RadioGroup
      field={field}
      label={i18n.t('Which')}
      choices={[
        { value: 'one', label: i18n.t('This date alone') },
        { value: 'following', label: i18n.t('This one and all that follow'), hint },
      ]}
    />
  )
}
