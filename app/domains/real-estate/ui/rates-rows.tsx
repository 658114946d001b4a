import type { FieldMetadata } from '@conform-to/react'
import { useI18n } from '~/platform/words/use-i18n'
import { SelectField } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { Section } from '~/ui/page'
import { MoneyField, TextField } from '~/ui/text-field'

type Row<Names extends string> = FieldMetadata<{ [Name in Names]?: string }>
export type DiscountField = Row<'kind' | 'threshold' | 'percent'>
export type FeeField = Row<'name' | 'per' | 'amount'>

/** Percentages for long stays, and for those who book early or late. */
export function DiscountRows({ rows }: { rows: readonly DiscountField[] }) {
  const i18n = useI18n()
  const kinds = [
    { value: 'length', label: i18n.t('Stays of so many nights or more') },
    { value: 'early', label: i18n.t('Booked so many days ahead or more') },
    { value: 'late', label: i18n.t('Booked so many days ahead or less') },
  ]
  return (
    <Section id="discounts" title={i18n.t('Less for longer, earlier or later')} aside={<EmptyRows />}>
      <div className="stack fields">
        {rows.map((row, at) => {
          const fields = row.getFieldset()
          return (
            <fieldset key={row.key ?? at} className="filters small">
              <legend className="sr">{i18n.t('Percentage {number}', { number: at + 1 })}</legend>
              <SelectField field={plain(fields.kind)} label={i18n.t('For')} options={kinds} />
              <TextField field={plain(fields.threshold)} label={i18n.t('Nights or days')} inputMode="numeric" width="short" autoComplete="off" />
              <TextField field={plain(fields.percent)} label={i18n.t('Less, %')} inputMode="numeric" width="short" autoComplete="off" />
            </fieldset>
          )
        })}
        <p className="hint">{i18n.t('Of several of one kind the greatest that is reached holds; early and late are never both given.')}</p>
      </div>
    </Section>
  )
}

/** Cleaning and the like. */
export function FeeRows({ rows, currency }: { rows: readonly FeeField[]; currency: string }) {
  const i18n = useI18n()
  const pers = [
    { value: 'stay', label: i18n.t('once for a stay') },
    { value: 'night', label: i18n.t('each night') },
    { value: 'guest', label: i18n.t('each guest') },
  ]
  return (
    <Section id="fees" title={i18n.t('Fees')} aside={<EmptyRows />}>
      <div className="stack fields">
        {rows.map((row, at) => {
          const fields = row.getFieldset()
          return (
            <fieldset key={row.key ?? at} className="filters small">
              <legend className="sr">{i18n.t('Fee {number}', { number: at + 1 })}</legend>
              <TextField field={plain(fields.name)} label={i18n.t('Fee')} autoComplete="off" />
              <MoneyField field={plain(fields.amount)} label={i18n.t('Amount')} currency={currency} />
              <SelectField field={plain(fields.per)} label={i18n.t('Charged')} options={pers} />
            </fieldset>
          )
        })}
      </div>
    </Section>
  )
}

function EmptyRows() {
  const i18n = useI18n()
  return <p className="soft fine">{i18n.t('Empty rows are left out; saving brings new ones.')}</p>
}

// conform answers a field's parts when they are asked for, so a copy has to ask for each.
function plain({ id, errorId, name, errors, initialValue }: FieldMetadata<unknown>): FormField {
  return { id, errorId, name, errors, initialValue }
}
