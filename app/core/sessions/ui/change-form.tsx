import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import type { ChangeInput } from '../activity-form'
import type { DatePage } from '../date-page.server'
import { TermFields } from './term-fields'

/** What holds of a date, to be changed for it alone or for all that follow. */
export function ChangeForm({ date, inSeries, lastResult }: { date: Pick<DatePage, 'values' | 'choices'>; inSeries: boolean; lastResult: SubmissionResult | undefined }) {
  const i18n = useI18n()
  const [form, fields] = useForm<ChangeInput>({ id: 'change', lastResult: lastResult as SubmissionResult<string[]> | undefined, defaultValue: date.values, defaultNoValidate: false })
  return (
    <form id={form.id} method="post" className="stack loose">
      <ErrorSummary form={form} />
      <TermFields fields={fields} choices={date.choices} />
      {inSeries && (
        <RadioGroup
          field={fields.scope}
          label={i18n.t('Which')}
          choices={[
            { value: 'one', label: i18n.t('This date alone') },
            { value: 'following', label: i18n.t('This one and all that follow'), hint: i18n.t('Only what you change here changes there.') },
          ]}
        />
      )}
      <Actions>
        <Button>{i18n.t('Save the date')}</Button>
      </Actions>
    </form>
  )
}
