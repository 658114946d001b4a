import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { HiddenField } from '~/ui/hidden-field'
import { DateField, TextField, TimeField } from '~/ui/text-field'
import { blockForm } from '../desk-forms'

export interface BlockDraft {
  readonly who: string
  readonly date: string
  readonly from: string
  readonly to: string
  readonly store: string
}

interface BlockFormProps {
  readonly action: string
  readonly who: readonly Option[]
  readonly draft: BlockDraft
  readonly result?: SubmissionResult | null
}

/** Takes a person or a place out for a time. */
export function BlockForm({ action, who, draft, result }: BlockFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<BlockDraft & { reason: string }>({
    id: 'block-time',
    lastResult: result,
    defaultValue: draft,
    defaultNoValidate: false,
    constraint: getZodConstraint(blockForm(i18n)),
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form className="stack" id={form.id} method="post" action={action}>
        <div className="columns medium">
          <SelectField field={fields.who} label={i18n.t('Who or what')} options={who} />
          <DateField field={fields.date} label={i18n.t('Day')} />
          <TimeField field={fields.from} label={i18n.t('From')} />
          <TimeField field={fields.to} label={i18n.t('To')} />
          <TextField field={fields.reason} label={i18n.t('Reason')} autoComplete="off" enterKeyHint="done" />
        </div>
        <HiddenField field={fields.store} />
        <Actions>
          <Button icon="ban">{i18n.t('Block this time')}</Button>
        </Actions>
      </form>
    </>
  )
}
