import { memberRoles } from '~/kernel/permissions'
import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup, SelectField, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { roleAbout, roleName } from '../words'

interface MemberFieldsProps {
  readonly fields: Readonly<Record<'role' | 'staffId', FormField>>
  /** The staff profiles that may become theirs. */
  readonly profiles: readonly Option[]
}

/** A member's role, and the staff profile that is theirs. */
export function MemberFields({ fields, profiles }: MemberFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <RadioGroup
        field={fields.role}
        label={i18n.t('Role')}
        choices={memberRoles.map((role) => ({ value: role, label: roleName(i18n, role), hint: roleAbout(i18n, role) }))}
      />
      <SelectField
        field={fields.staffId}
        label={i18n.t('Staff profile')}
        hint={i18n.t('Whose diary is theirs. Leave it empty for somebody whom customers do not book.')}
        options={profiles}
        blank={i18n.t('None')}
      />
    </>
  )
}
