import type { FieldMetadata } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxField, SelectField } from '~/ui/choice-field'
import { textOf } from '~/ui/field'
import { Section } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import { rowsAct } from '~/kernel/form-rows'
import type { QuestionInput as Row } from '../question-form'

/** What the customer is asked. Each button sends the form and brings it back with its rows changed; nothing is saved before "Save". */
export function QuestionRows({ rows }: { rows: readonly FieldMetadata<Row>[] }) {
  const i18n = useI18n()
  return (
    <Section id="questions" title={i18n.t('What you ask')} aside={<p className="soft fine">{i18n.t('Answers that were given stay with their bookings.')}</p>}>
      <div className="stack">
        {rows.length === 0 ? (
          <p>{i18n.t('Nothing beyond name and how to reach them.')}</p>
        ) : (
          <ol className="plain-list flush">
            {rows.map((row, at) => (
              <li key={row.key ?? at}>
                <QuestionRow row={row} at={at} last={at === rows.length - 1} />
              </li>
            ))}
          </ol>
        )}
        <Actions small>
          <Button variant="quiet" icon="plus" name="rows" value="add" formNoValidate>
            {i18n.t('Add a question')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function QuestionRow({ row, at, last }: { row: FieldMetadata<Row>; at: number; last: boolean }) {
  const i18n = useI18n()
  const fields = row.getFieldset()
  const number = at + 1
  const required = { required: true } as const
  return (
    <fieldset className="stack fields">
      <legend className="sr">{i18n.t('Question {number}', { number })}</legend>
      <input type="hidden" name={fields.id.name} value={textOf(fields.id) ?? ''} />
      <TextField field={{ ...of(fields.label), ...required }} label={i18n.t('Question {number}', { number })} width="long" autoComplete="off" />
      <TextField field={of(fields.hint)} label={i18n.t('Hint')} width="long" autoComplete="off" />
      <SelectField
        field={{ ...of(fields.kind), ...required }}
        label={i18n.t('Answered with')}
        options={[
          { value: 'text', label: i18n.t('A few words') },
          { value: 'long-text', label: i18n.t('Some lines') },
          { value: 'choice', label: i18n.t('One of several answers') },
          { value: 'yes-no', label: i18n.t('Yes or no') },
        ]}
      />
      <TextArea field={of(fields.options)} label={i18n.t('Answers to choose from')} hint={i18n.t('One on each line; only where one of several is chosen.')} rows={3} />
      <CheckboxField field={of(fields.required)} label={i18n.t('Has to be answered')} />
      <Actions small>
        {at > 0 && (
          <Button variant="quiet" icon="up" name="rows" value={rowsAct('up', at)} formNoValidate>
            {i18n.t('Up')} <span className="sr">{i18n.t('Question {number}', { number })}</span>
          </Button>
        )}
        {!last && (
          <Button variant="quiet" icon="down" name="rows" value={rowsAct('down', at)} formNoValidate>
            {i18n.t('Down')} <span className="sr">{i18n.t('Question {number}', { number })}</span>
          </Button>
        )}
        <Button variant="plain" name="rows" value={rowsAct('remove', at)} formNoValidate>
          {i18n.t('Remove')} <span className="sr">{i18n.t('Question {number}', { number })}</span>
        </Button>
      </Actions>
    </fieldset>
  )
}

// conform answers a field's parts when they are asked for, so a copy has to ask for each.
function of({ id, errorId, name, errors, initialValue, required }: FieldMetadata<unknown>) {
  return { id, errorId, name, errors, initialValue, required: required ?? false }
}
