import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { HiddenField } from '~/ui/hidden-field'
import { Honeypot } from '~/ui/honeypot'
import { DateField, TextArea, TextField } from '~/ui/text-field'
import type { EnquiryInput } from '../enquiry-form'

interface EnquiryFormProps {
  /** Where it is sent. */
  readonly action: string
  readonly formKey: string
  readonly known: { readonly name: string; readonly email: string } | null
  readonly result?: SubmissionResult | undefined
}

/** Asks about a property: name, address, what one would like to know, and from when. */
export function EnquiryForm({ action, formKey, known, result }: EnquiryFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<EnquiryInput>({
    id: 'enquiry',
    lastResult: result as SubmissionResult<string[]> | undefined,
    defaultValue: { name: known?.name, email: known?.email, key: formKey },
    constraint: { name: { required: true, maxLength: 200 }, email: { required: true, maxLength: 254 }, message: { required: true, maxLength: 4000 } },
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form className="stack keep fields" id={form.id} method="post" action={action}>
        <TextField field={fields.name} label={i18n.t('Your name')} autoComplete="name" enterKeyHint="next" />
        <TextField field={fields.email} type="email" label={i18n.t('E-mail address')} hint={i18n.t('The answer comes here.')} autoComplete="email" enterKeyHint="next" />
        <TextField field={fields.phone} type="tel" label={i18n.t('Telephone')} autoComplete="tel" enterKeyHint="next" />
        <TextArea field={fields.message} label={i18n.t('What would you like to know?')} rows={5} width="long" />
        <DateField field={fields.wishedFor} label={i18n.t('From when would you like it?')} autoComplete="off" />
        <HiddenField field={fields.key} />
        <Honeypot />
        <Actions>
          <Button>{i18n.t('Send the question')}</Button>
        </Actions>
      </form>
    </>
  )
}
