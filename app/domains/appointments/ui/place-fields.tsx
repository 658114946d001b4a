import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { TextField } from '~/ui/text-field'

interface PlaceEditorProps {
  readonly values: { readonly name: string; readonly storeId: string; readonly capacity: string }
  readonly stores: readonly Option[]
  readonly lastResult: SubmissionResult | undefined
  readonly save: string
  readonly back: string
}

/** What there is to say about a room or a chair. */
export function PlaceEditor({ values, stores, lastResult, save, back }: PlaceEditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<{ name: string; storeId: string; capacity: string }>({
    id: 'place',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { name: { required: true, maxLength: 80 }, storeId: { required: false }, capacity: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        <TextField field={fields.name} label={i18n.t('Name')} hint={i18n.t('Customers do not see it; your colleagues do.')} autoComplete="off" />
        {stores.length > 1 && <SelectField field={fields.storeId} label={i18n.t('Store')} blank={i18n.t('Every store')} options={stores} />}
        {stores.length === 1 && <input type="hidden" name={fields.storeId.name} value={values.storeId} />}
        <TextField field={fields.capacity} label={i18n.t('Visits at once')} hint={i18n.t('One for a chair; more for a hall.')} inputMode="numeric" width="short" />
        <Actions>
          <Button>{save}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
