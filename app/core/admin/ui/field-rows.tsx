import type { FieldMetadata } from '@conform-to/react'
import type { FieldKind } from '~/core/listings/index'
import { rowsAct } from '~/kernel/form-rows'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxField, SelectField } from '~/ui/choice-field'
import { textOf } from '~/ui/field'
import { Section } from '~/ui/page'
import { TextArea, TextField } from '~/ui/text-field'
import type { CategoryInput } from '../forms'
import { kindName } from '../words'

type Row = NonNullable<CategoryInput['fields']>[number]

const kinds: readonly FieldKind[] = ['string', 'text', 'integer', 'number', 'boolean', 'enum', 'date']

/** What a category asks. Each button sends the form and brings it back with its rows changed; nothing is saved before "Save". */
export function FieldRows({ rows }: { rows: readonly FieldMetadata<Row>[] }) {
  const i18n = useI18n()
  return (
    <Section id="fields" title={i18n.t('What it asks')} aside={<p className="soft fine">{i18n.t('A change makes a new version.')}</p>}>
      <div className="stack">
        {rows.length === 0 ? (
          <p>{i18n.t('Nothing beyond what every listing of its trade says.')}</p>
        ) : (
          <ol className="plain-list flush">
            {rows.map((row, at) => (
              <li key={row.key ?? at}>
                <OneRow row={row} at={at} last={at === rows.length - 1} />
              </li>
            ))}
          </ol>
        )}
        <Actions small>
          <Button variant="quiet" icon="plus" name="rows" value="add" formNoValidate>
            {i18n.t('Add a field')}
          </Button>
          <Button variant="quiet" icon="eye" name="rows" value="preview" formNoValidate>
            {i18n.t('See the form below')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function OneRow({ row, at, last }: { row: FieldMetadata<Row>; at: number; last: boolean }) {
  const i18n = useI18n()
  const fields = row.getFieldset()
  const number = at + 1
  const required = { required: true } as const
  return (
    <fieldset className="stack fields">
      <legend className="sr">{i18n.t('Field {number}', { number })}</legend>
      <input type="hidden" name={fields.key.name} value={textOf(fields.key) ?? ''} />
      <TextField field={{ ...of(fields.title), ...required }} label={i18n.t('Field {number}', { number })} width="long" autoComplete="off" />
      <TextField field={of(fields.help)} label={i18n.t('Help')} hint={i18n.t('A sentence under the name of the field.')} width="long" autoComplete="off" />
      <SelectField field={{ ...of(fields.kind), ...required }} label={i18n.t('Filled in with')} options={kinds.map((kind) => ({ value: kind, label: kindName(i18n, kind) }))} />
      <TextArea field={of(fields.options)} label={i18n.t('Answers to choose from')} hint={i18n.t('One on each line; only where one of several is chosen.')} rows={3} />
      <div className="filters small">
        <TextField field={of(fields.min)} label={i18n.t('At least')} inputMode="decimal" autoComplete="off" />
        <TextField field={of(fields.max)} label={i18n.t('At most')} inputMode="decimal" autoComplete="off" />
      </div>
      <p className="hint">{i18n.t('Limits are letters of a text, or the figure itself. Other fields have none.')}</p>
      <CheckboxField field={of(fields.required)} label={i18n.t('Has to be filled in')} />
      <RowActs at={at} last={last} />
    </fieldset>
  )
}

function RowActs({ at, last }: { at: number; last: boolean }) {
  const i18n = useI18n()
  const which = <span className="sr">{i18n.t('Field {number}', { number: at + 1 })}</span>
  return (
    <Actions small>
      {at > 0 && (
        <Button variant="quiet" icon="up" name="rows" value={rowsAct('up', at)} formNoValidate>
          {i18n.t('Up')} {which}
        </Button>
      )}
      {!last && (
        <Button variant="quiet" icon="down" name="rows" value={rowsAct('down', at)} formNoValidate>
          {i18n.t('Down')} {which}
        </Button>
      )}
      <Button variant="plain" name="rows" value={rowsAct('remove', at)} formNoValidate>
        {i18n.t('Remove')} {which}
      </Button>
    </Actions>
  )
}

// conform answers a field's parts when they are asked for, so a copy has to ask for each.
function of({ id, errorId, name, errors, initialValue, required }: FieldMetadata<unknown>) {
  return { id, errorId, name, errors, initialValue, required: required ?? false }
}
