import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { type FormField, textOf } from '~/ui/field'
import { addDays } from '~/kernel/time'
import { edgeName, weekdays, type Edge } from '../model/week-form'

interface WeekFieldsProps {
  /** The form's fields by name; conform makes each when it is asked for. */
  readonly fields: Readonly<Record<string, FormField | undefined>>
  /** How many stretches a day has in the form. */
  readonly stretches: number
}

/** A week as a table of times: a row for each day, a pair of times for each stretch. */
export function WeekFields({ fields, stretches }: WeekFieldsProps) {
  const i18n = useI18n()
  const pairs = Array.from({ length: stretches }, (_, index) => index + 1)
  return (
    <table className="table fold hours-form" role="table">
      <caption className="sr">{i18n.t('Hours of each day')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {i18n.t('Day')}
          </th>
          {pairs.flatMap((stretch) => [
            <th key={`from${stretch}`} role="columnheader" scope="col">
              {stretch === 1 ? i18n.t('From') : i18n.t('Again from')}
            </th>,
            <th key={`to${stretch}`} role="columnheader" scope="col">
              {i18n.t('To')}
            </th>,
          ])}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weekdays.map((weekday) => (
          <tr key={weekday} role="row">
            <th role="rowheader" scope="row">
              {weekdayName(i18n, weekday)}
            </th>
            {pairs.flatMap((stretch) =>
              (['from', 'to'] as const).map((edge) => (
                <EdgeCell key={`${edge}${stretch}`} field={fields[edgeName(weekday, stretch, edge)]} label={edgeLabel(i18n, weekday, stretch, edge)} />
              )),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What each time is called in the summary of errors, by its name. */
export function weekLabels(i18n: I18n, stretches: number): Record<string, string> {
  const pairs = Array.from({ length: stretches }, (_, index) => index + 1)
  return Object.fromEntries(
    weekdays.flatMap((weekday) =>
      pairs.flatMap((stretch) => (['from', 'to'] as const).map((edge) => [edgeName(weekday, stretch, edge), edgeLabel(i18n, weekday, stretch, edge)])),
    ),
  )
}

/** "Monday" for 1, "Sunday" for 7. */
export function weekdayName(i18n: I18n, weekday: number, style: 'weekday' | 'weekdayName' = 'weekdayName'): string {
  return formatDay(i18n.locale, addDays('2024-01-01', weekday - 1), style)
}

function EdgeCell({ field, label }: { field: FormField | undefined; label: string }) {
  if (!field) return <td role="cell" />
  return (
    <td role="cell">
      <input
        className="input"
        type="time"
        id={field.id}
        name={field.name}
        aria-label={label}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={field.errors && field.errorId}
        defaultValue={textOf(field)}
      />
      {field.errors && (
        <p className="error" id={field.errorId}>
          {field.errors.join(' ')}
        </p>
      )}
    </td>
  )
}

function edgeLabel(i18n: I18n, weekday: number, stretch: number, edge: Edge): string {
  const day = weekdayName(i18n, weekday)
  if (stretch === 1) return edge === 'from' ? i18n.t('{day}, from', { day }) : i18n.t('{day}, to', { day })
  return edge === 'from' ? i18n.t('{day}, again from ({stretch})', { day, stretch }) : i18n.t('{day}, again to ({stretch})', { day, stretch })
}
