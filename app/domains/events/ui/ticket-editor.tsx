import { useForm, type FieldMetadata, type SubmissionResult } from '@conform-to/react'
import { QuestionRows } from '~/core/bookings/index'
import { rowsAct } from '~/kernel/form-rows'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxField, CheckboxGroup, type Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import { Section, Spread } from '~/ui/page'
import { DateField, MoneyField, TextArea, TextField } from '~/ui/text-field'
import type { TicketInput } from '../event-form'

export const ticketEditorId = 'ticket'

interface EditorProps {
  readonly values: Record<string, unknown>
  readonly currency: string
  readonly quotas: readonly Option[]
  readonly lastResult: SubmissionResult | undefined
  readonly back: string
}

type Fields = { readonly [Name in keyof TicketInput]-?: FormField }
type Step = NonNullable<TicketInput['steps']>[number]

/** Everything about one kind of ticket. */
export function TicketEditor({ values, currency, quotas, lastResult, back }: EditorProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<TicketInput>({
    id: ticketEditorId,
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values,
    constraint: required,
    defaultNoValidate: false,
  })
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Spread label={i18n.t('Who can buy it')} width="wide" aside={<WhoCanBuy fields={fields} quotas={quotas} />}>
          <Section id="words" title={i18n.t('What it is')}>
            <div className="stack fields">
              <TextField field={fields.title} label={i18n.t('Title')} hint={i18n.t('Standing, VIP, Child up to 12')} autoComplete="off" />
              <TextArea field={fields.description} label={i18n.t('What it includes')} rows={2} width="long" />
              <MoneyField field={fields.price} label={i18n.t('Price')} currency={currency} hint={i18n.t('0 is free.')} />
            </div>
          </Section>
          <PriceRows rows={fields.steps.getFieldList()} currency={currency} />
          <QuestionRows rows={fields.questions.getFieldList()} />
        </Spread>
        <div className="section after">
          <Actions>
            <Button>{i18n.t('Save the ticket')}</Button>
            <Button variant="plain" href={back}>
              {i18n.t('Back')}
            </Button>
          </Actions>
        </div>
      </form>
    </>
  )
}

function WhoCanBuy({ fields, quotas }: { fields: Fields; quotas: readonly Option[] }) {
  const i18n = useI18n()
  return (
    <Section id="sale" title={i18n.t('Who can buy it')}>
      <div className="stack fields">
        <CheckboxField field={fields.active} label={i18n.t('On sale')} />
        <DateField field={fields.saleFrom} label={i18n.t('From')} />
        <DateField field={fields.saleUntil} label={i18n.t('Until the end of')} hint={i18n.t('Otherwise until the event begins.')} />
        <div className="filters small">
          <TextField field={fields.leastPerOrder} label={i18n.t('In one order, at least')} inputMode="numeric" width="short" />
          <TextField field={fields.mostPerOrder} label={i18n.t('At most')} inputMode="numeric" width="short" />
        </div>
        <TextField field={fields.code} label={i18n.t('Hidden behind a code')} hint={i18n.t('Only who enters it, or follows a link that holds it, sees this ticket.')} autoComplete="off" />
        {quotas.length > 0 && <CheckboxGroup field={fields.quotaIds} label={i18n.t('Quotas')} hint={i18n.t('It takes one of each that you tick, and one of the places of its date.')} choices={quotas} />}
      </div>
    </Section>
  )
}

/** Other prices for a time or for the first so many. Each button sends the form and brings it back with its rows changed. */
function PriceRows({ rows, currency }: { rows: readonly FieldMetadata<Step>[]; currency: string }) {
  const i18n = useI18n()
  return (
    <Section id="prices" title={i18n.t('Other prices')} aside={<p className="soft fine">{i18n.t('The first that holds counts; where none does, the price above.')}</p>}>
      <div className="stack">
        {rows.length > 0 && (
          <ol className="plain-list flush">
            {rows.map((row, at) => (
              <li key={row.key ?? at}>
                <PriceRow row={row} at={at} last={at === rows.length - 1} currency={currency} />
              </li>
            ))}
          </ol>
        )}
        <Actions small>
          <Button variant="quiet" icon="plus" name="price-rows" value="add" formNoValidate>
            {i18n.t('Add a price')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function PriceRow({ row, at, last, currency }: { row: FieldMetadata<Step>; at: number; last: boolean; currency: string }) {
  const i18n = useI18n()
  const fields = row.getFieldset()
  const number = at + 1
  return (
    <fieldset className="stack fields">
      <legend className="sr">{i18n.t('Price {number}', { number })}</legend>
      <TextField field={{ ...of(fields.title), required: true }} label={i18n.t('What it is called')} hint={i18n.t('Early bird, Second release')} autoComplete="off" />
      <MoneyField field={{ ...of(fields.price), required: true }} label={i18n.t('Price')} currency={currency} />
      <div className="filters small">
        <DateField field={of(fields.until)} label={i18n.t('Until the end of')} />
        <TextField field={of(fields.first)} label={i18n.t('For the first so many of a date')} inputMode="numeric" width="short" />
      </div>
      <Actions small>
        {at > 0 && (
          <Button variant="quiet" icon="up" name="price-rows" value={rowsAct('up', at)} formNoValidate>
            {i18n.t('Up')} <span className="sr">{i18n.t('Price {number}', { number })}</span>
          </Button>
        )}
        {!last && (
          <Button variant="quiet" icon="down" name="price-rows" value={rowsAct('down', at)} formNoValidate>
            {i18n.t('Down')} <span className="sr">{i18n.t('Price {number}', { number })}</span>
          </Button>
        )}
        <Button variant="plain" name="price-rows" value={rowsAct('remove', at)} formNoValidate>
          {i18n.t('Remove')} <span className="sr">{i18n.t('Price {number}', { number })}</span>
        </Button>
      </Actions>
    </fieldset>
  )
}

// conform answers a field's parts when they are asked for, so a copy has to ask for each.
function of({ id, errorId, name, errors, initialValue, required: must }: FieldMetadata<unknown>) {
  return { id, errorId, name, errors, initialValue, required: must ?? false }
}

const required = {
  title: { required: true, maxLength: 80 },
  price: { required: true },
  leastPerOrder: { required: true },
  mostPerOrder: { required: true },
} as const
