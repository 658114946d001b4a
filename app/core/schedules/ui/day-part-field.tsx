import { useI18n } from '~/platform/words/use-i18n'
import { FilterSelect } from '~/ui/filter-bar'
import type { DayPart } from '../times-page.server'

export function DayPartField({ part }: { part: DayPart }) {
  const i18n = useI18n()
  const options: { value: DayPart; label: string }[] = [
    { value: 'any', label: i18n.t('Any time') },
    { value: 'morning', label: i18n.t('Morning') },
    { value: 'afternoon', label: i18n.t('Afternoon') },
    { value: 'evening', label: i18n.t('After 17:00') },
  ]
  return <FilterSelect name="part" label={i18n.t('Part of the day')} value={part} options={options} />
}
