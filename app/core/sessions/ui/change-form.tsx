import { FormProvider, useForm, type SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { DateChangeInput } from '../date-forms'
import type { DeskDateFacts } from '../desk-dates.server'
import type { changeValues, InTheWay as Way } from '../set-dates.server'
import { InTheWay } from './in-the-way'
import { ScopeField } from './scope-field'
import { TermFields, type TermWords } from './term-fields'

interface ChangeFormProps extends TermWords {
  readonly date: Pick<DeskDateFacts, 'choices' | 'inSeries'> & { readonly values: ReturnType<typeof changeValues> }
  readonly answer: (Way & { readonly result: unknown }) | undefined
  /** What else its trade lets be changed: conform's `useField` finds the fields of this form. */
  readonly children?: ReactNode
}

/** What holds of a date, to be changed for it alone or for all that follow. */
export function ChangeForm({ date, answer, children, ...words }: ChangeFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<DateChangeInput>({ id: 'change', lastResult: answer?.result as SubmissionResult<string[]> | undefined, defaultValue: date.values, defaultNoValidate: false })
  return (
    <form id={form.id} method="post" className="stack loose">
      <ErrorSummary form={form} />
      {answer && <InTheWay free={answer.free} out={answer.out} offHours={answer.offHours} />}
      <TermFields fields={fields} choices={date.choices} {...words} />
      {children && <FormProvider context={form.context}>{children}</FormProvider>}
      {date.inSeries && <ScopeField field={fields.scope} hint={i18n.t('Only what you change here changes there.')} />}
      <Actions>
        <Button>{i18n.t('Save the date')}</Button>
      </Actions>
    </form>
  )
}
