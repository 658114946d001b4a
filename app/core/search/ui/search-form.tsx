import { useI18n } from '~/platform/words/use-i18n'
import type { Option } from '~/ui/choice-field'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import type { SoughtCategory } from '../find.server'

type Filter = SoughtCategory['filters'][number]

interface SearchFormProps {
  readonly words?: string
  readonly place?: string
  /** The slug of the category that is searched in. */
  readonly category?: string
  readonly categories?: readonly Option[]
  /** What can be asked of the offers in that category. */
  readonly filters?: readonly Filter[]
}

/** What and where: the form that gets, on the start page and above the results. */
export function SearchForm({ words, place, category, categories = [], filters = [] }: SearchFormProps) {
  const i18n = useI18n()
  return (
    <FilterBar action="/search" submit={i18n.t('Search')} icon="search" search={i18n.t('Search Guildhall')}>
      <FilterField name="q" label={i18n.t('What are you looking for?')} type="search" value={words} autoComplete="off" broad />
      <FilterField name="place" label={i18n.t('Where?')} value={place} autoComplete="address-level2" />
      {categories.length > 0 && (
        <FilterSelect name="category" label={i18n.t('Category')} value={category} options={[{ value: '', label: i18n.t('Every category') }, ...categories]} />
      )}
      {filters.map((filter) => (
        <CategoryFilter key={filter.key} filter={filter} />
      ))}
    </FilterBar>
  )
}

function CategoryFilter({ filter: { key, kind, title, options, value, from, to } }: { filter: Filter }) {
  const i18n = useI18n()
  if (kind === 'number') {
    return (
      <>
        <FilterField name={`from.${key}`} label={i18n.t('{title}, from', { title })} value={from} inputMode="decimal" autoComplete="off" />
        <FilterField name={`to.${key}`} label={i18n.t('{title}, to', { title })} value={to} inputMode="decimal" autoComplete="off" />
      </>
    )
  }
  const yesNo = [
    { value: 'yes', label: i18n.t('Yes') },
    { value: 'no', label: i18n.t('No') },
  ]
  const answers = kind === 'boolean' ? yesNo : options.map((option) => ({ value: option, label: option }))
  return <FilterSelect name={`field.${key}`} label={title} value={value} options={[{ value: '', label: i18n.t('Whichever') }, ...answers]} />
}
