import { useI18n } from '~/platform/words/use-i18n'
import { CheckboxGroup, SelectField, type Option } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { Section } from '~/ui/page'
import { MoneyField, TextField } from '~/ui/text-field'

/** What a trade says of the terms of its dates. */
export interface TermWords {
  /** Who leads a date: "Guide". */
  readonly guide: string
  readonly capacityHint: string
  /** Of a price of its own; null where a date has none. */
  readonly priceHint: string | null
  /** Whether a date may need so many people to take place. */
  readonly hasMinimum: boolean
}

interface TermFieldsProps extends TermWords {
  readonly fields: Readonly<Record<'title' | 'capacity' | 'price' | 'staffId' | 'placeIds' | 'prepareMinutes' | 'clearMinutes' | 'minPeople' | 'decideHours', FormField>>
  readonly choices: { readonly currency: string; readonly guides: readonly Option[]; readonly places: readonly Option[] }
}

/** What each date has of its own: places, price, guide, rooms, and the people it needs. */
export function TermFields({ fields, choices, guide, capacityHint, priceHint, hasMinimum }: TermFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <Section id="places" title={i18n.t('Places and what it takes')}>
        <div className="stack fields">
          <div className="filters small">
            <TextField field={fields.capacity} label={i18n.t('Places')} hint={capacityHint} inputMode="numeric" width="short" />
            {priceHint !== null && <MoneyField field={fields.price} label={i18n.t('A price of its own')} hint={priceHint} currency={choices.currency} />}
          </div>
          {choices.guides.length > 0 && <SelectField field={fields.staffId} label={guide} options={choices.guides} blank={i18n.t('Nobody in particular')} />}
          {choices.places.length > 0 && <CheckboxGroup field={fields.placeIds} label={i18n.t('Rooms it takes')} hint={i18n.t('Nothing else can be booked there then.')} choices={choices.places} />}
          <div className="filters small">
            <TextField field={fields.prepareMinutes} label={i18n.t('Prepare before, min')} inputMode="numeric" width="short" />
            <TextField field={fields.clearMinutes} label={i18n.t('Clear up after, min')} inputMode="numeric" width="short" />
          </div>
          <TextField field={fields.title} label={i18n.t('A title of its own')} hint={i18n.t('Where this date is called something else.')} autoComplete="off" />
        </div>
      </Section>
      {hasMinimum && <Minimum fields={fields} />}
    </>
  )
}

function Minimum({ fields }: Pick<TermFieldsProps, 'fields'>) {
  const i18n = useI18n()
  return (
    <Section id="minimum" title={i18n.t('People it needs')} aside={<p className="soft fine">{i18n.t('Too few by then: you decide on a page that says what each answer means. If you decide nothing, it takes place.')}</p>}>
      <div className="filters small">
        <TextField field={fields.minPeople} label={i18n.t('At least so many places booked')} hint={i18n.t('Empty: any number.')} inputMode="numeric" width="short" />
        <TextField field={fields.decideHours} label={i18n.t('Decided so many hours before')} inputMode="numeric" width="short" />
      </div>
    </Section>
  )
}
