import { useField } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Section } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import { quotaField } from '../event-form'

interface ShownQuota {
  readonly id: string
  readonly name: string
}

/** How many of each quota one date has, apart from the others: part of the form of that date. */
export function QuotaFields({ quotas }: { quotas: readonly ShownQuota[] }) {
  const i18n = useI18n()
  return (
    <Section id="own-quotas" title={i18n.t('Quotas of this date')} aside={<p className="soft fine">{i18n.t('Of this date alone, and never below what is taken. Empty: no limit.')}</p>}>
      <div className="stack fields">
        {quotas.map((quota) => (
          <QuotaField key={quota.id} quota={quota} />
        ))}
      </div>
    </Section>
  )
}

function QuotaField({ quota: { id, name } }: { quota: ShownQuota }) {
  const [field] = useField<string>(quotaField(id))
  return <TextField field={field} label={name} inputMode="numeric" width="short" />
}
