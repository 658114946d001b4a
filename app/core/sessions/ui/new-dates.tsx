import { useForm, type SubmissionResult } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { DateField, TextField, TimeField } from '~/ui/text-field'
import type { DatesInput } from '../date-forms'
import type { newDates } from '../desk-dates.server'
import type { InTheWay as Way } from '../set-dates.server'
import { InTheWay } from './in-the-way'
import { RepeatFields } from './repeat-fields'
import { TermFields, type TermWords } from './term-fields'

type Offered = ReturnType<typeof newDates>

interface NewDatesProps extends Omit<Offered, 'values'>, TermWords {
  /** The listing, and its page. */
  readonly name: string
  readonly here: string
  readonly values: Record<string, unknown>
  readonly answer: (Way & { readonly result: unknown }) | undefined
}

/** Adds one date to a listing, or many by a rule. */
export function NewDates({ name, here, choices, stores, weekdays, values, answer, ...words }: NewDatesProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<DatesInput>({
    id: 'dates',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: { date: { required: true }, time: { required: true }, durationMinutes: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Add dates')} />
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        {answer && <InTheWay free={answer.free} out={answer.out} offHours={answer.offHours} />}
        <Section id="when" title={i18n.t('When')}>
          <div className="stack fields">
            <div className="filters small">
              <DateField field={fields.date} label={i18n.t('Date')} />
              <TimeField field={fields.time} label={i18n.t('Begins')} />
              <TextField field={fields.durationMinutes} label={i18n.t('Minutes')} inputMode="numeric" width="short" />
            </div>
            {stores.length > 1 && <SelectField field={fields.storeId} label={i18n.t('Store')} options={stores} />}
            <RepeatFields fields={fields} weekdays={weekdays} />
          </div>
        </Section>
        <TermFields fields={fields} choices={choices} {...words} />
        <Actions>
          <Button>{i18n.t('Add the dates')}</Button>
          <Button variant="plain" href={here}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}
