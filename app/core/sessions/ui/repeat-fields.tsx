import { useI18n } from '~/platform/words/use-i18n'
import { CheckboxGroup, RadioGroup, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { DateField, TextArea, TextField } from '~/ui/text-field'

interface RepeatFieldsProps {
  readonly fields: Readonly<Record<'repeats' | 'every' | 'weekdays' | 'until' | 'times' | 'leaveOut', FormField>>
  readonly weekdays: readonly Option[]
}

/** Whether a date comes again: by the day, the week or the month, up to when, and which dates are left out. */
export function RepeatFields({ fields, weekdays }: RepeatFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <RadioGroup
        field={fields.repeats}
        label={i18n.t('Does it come again?')}
        hint={i18n.t('At the same time on the clock, before and after the clocks change.')}
        choices={[
          { value: 'no', label: i18n.t('Only this date') },
          { value: 'daily', label: i18n.t('Every day') },
          { value: 'weekly', label: i18n.t('Every week') },
          { value: 'monthly-day', label: i18n.t('Every month, on the day of the first date'), hint: i18n.t('From 15 January: on each 15th. Months without such a day are left out.') },
          { value: 'monthly-weekday', label: i18n.t('Every month, on the weekday of the first date'), hint: i18n.t('From the second Monday of a month: on each second Monday.') },
          { value: 'monthly-last', label: i18n.t('Every month, on the last such weekday'), hint: i18n.t('From any Monday: on the last Monday of each month.') },
        ]}
      />
      <TextField field={fields.every} label={i18n.t('Every so many days, weeks or months')} inputMode="numeric" width="short" />
      <CheckboxGroup field={fields.weekdays} label={i18n.t('Every week on')} hint={i18n.t('None: on the weekday of the first date.')} inline choices={weekdays} />
      <div className="filters small">
        <DateField field={fields.until} label={i18n.t('Until')} />
        <TextField field={fields.times} label={i18n.t('or so many times')} inputMode="numeric" width="short" />
      </div>
      <p className="hint">{i18n.t('Neither: it goes on without end. The dates of the next twelve months are made now (53 of every week), and later ones by themselves as time goes on.')}</p>
      <TextArea field={fields.leaveOut} label={i18n.t('Leave out')} hint={i18n.t('Dates on which it does not take place, one a line: 2026-12-25. They count among so many times.')} rows={3} />
    </>
  )
}
