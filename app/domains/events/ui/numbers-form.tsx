import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Section } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import { quotaField } from '../event-form'

interface FormProps {
  readonly values: Readonly<Record<string, string>>
  readonly quotas: readonly { readonly id: string; readonly name: string }[]
  readonly lastResult: SubmissionResult | undefined
}

/** The numbers of one date apart from the others'. */
export function NumbersForm({ values, quotas, lastResult }: FormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<Record<string, string>>({ id: 'numbers', lastResult: lastResult as SubmissionResult<string[]> | undefined, defaultValue: values, defaultNoValidate: false })
  const field = (name: string) => fields[name]
  const [capacity, title] = [field('capacity'), field('title')]
  return (
    <Section id="own-numbers" title={i18n.t('Numbers of this date')} aside={<p className="soft fine">{i18n.t('Never below what is taken. Empty: no limit.')}</p>}>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        {capacity && <TextField field={capacity} label={i18n.t('Places in all')} inputMode="numeric" width="short" />}
        {quotas.map(({ id, name }) => {
          const own = field(quotaField(id))
          return own && <TextField key={id} field={own} label={name} inputMode="numeric" width="short" />
        })}
        {title && <TextField field={title} label={i18n.t('A title of its own')} autoComplete="off" />}
        <Actions>
          <Button>{i18n.t('Save the numbers')}</Button>
        </Actions>
      </form>
    </Section>
  )
}
