import { useForm, type SubmissionResult } from '@conform-to/react'
import { ExtraFields, type Field } from '~/core/listings/index'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Section } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import type { CategoryInput } from '../forms'
import { FieldRows } from './field-rows'

interface EditorProps {
  readonly values: Record<string, unknown>
  readonly places: readonly Option[]
  readonly preview: readonly Field[]
  readonly lastResult: SubmissionResult | undefined
  readonly save: string
}

/** A category and what it asks, and under it the form that comes of it. The first button, which Enter presses, saves. */
export function CategoryEditor({ values, places, preview, lastResult, save }: EditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<CategoryInput>({
    id: 'category',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { title: { required: true, maxLength: 80 }, under: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <div className="stack fields">
          <TextField field={fields.title} label={i18n.t('Title')} autoComplete="off" />
          <SelectField field={fields.under} label={i18n.t('Where it stands')} options={places} blank={i18n.t('Choose one')} autoComplete="off" />
          <Actions small>
            <Button variant="quiet">{save}</Button>
          </Actions>
        </div>
        <FieldRows rows={fields.fields.getFieldList()} />
        <Actions>
          <Button>{save}</Button>
          <Button variant="plain" href="/admin/categories">
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
      <Preview fields={preview} />
    </>
  )
}

function Preview({ fields }: { fields: readonly Field[] }) {
  const i18n = useI18n()
  return (
    <Section id="preview" title={i18n.t('The form it makes')} aside={<p className="soft fine">{i18n.t('As a business sees it. Nothing here is sent.')}</p>} after>
      {fields.length === 0 ? (
        <p>{i18n.t('No field is complete yet.')}</p>
      ) : (
        <div className="stack fields">
          <ExtraFields fields={fields} fieldOf={(key) => ({ id: `preview-${key}`, errorId: `preview-${key}-error`, name: `preview-${key}`, errors: undefined })} />
        </div>
      )}
    </Section>
  )
}
