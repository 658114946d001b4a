import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'

interface EditorProps {
  readonly values: { readonly name: string; readonly capacity: string }
  readonly lastResult: SubmissionResult | undefined
  readonly back: string
}

/** The name of a quota and how much there is of it. */
export function QuotaEditor({ values, lastResult, back }: EditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<{ name: string; capacity?: string }>({
    id: 'quota',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { name: { required: true, maxLength: 80 } },
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        <TextField field={fields.name} label={i18n.t('Name')} hint={i18n.t('Only your business sees it.')} autoComplete="off" />
        <TextField
          field={fields.capacity}
          label={i18n.t('How many on each date')}
          hint={i18n.t('Empty: no limit. Another number holds for every date ahead that has no number of its own, and is never below what is taken.')}
          inputMode="numeric"
          width="short"
        />
        <Actions>
          <Button>{i18n.t('Save the quota')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
