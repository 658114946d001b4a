import { useI18n } from '~/platform/words/use-i18n'
import { Details } from '~/ui/details'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import type { Option } from '~/ui/choice-field'
import type { SoughtCategory } from '../find.server'
import { mostPeople, type Sought } from '../sought'

type Filter = SoughtCategory['filters'][number]

interface SearchFormProps {
  readonly sought?: Sought
  /** The dates that can be asked for. */
  readonly dates?: { readonly first: string; readonly last: string }
  readonly categories?: readonly Option[]
  readonly currencies?: readonly string[]
  /** The one that prices are asked in. */
  readonly currency?: string
  /** What can be asked of the offers in the category that is searched in. */
  readonly filters?: readonly Filter[]
}

/** What and where: the form that gets, on the start page and, with all that can be asked, above the results. */
export function SearchForm({ sought, dates, categories = [], currencies = [], currency, filters = [] }: SearchFormProps) {
  const i18n = useI18n()
  return (
    <FilterBar action="/search" submit={i18n.t('Search')} icon="search" search={i18n.t('Search Guildhall')} keep={sought?.domain ? { domain: sought.domain } : {}}>
      <FilterField name="q" label={i18n.t('What are you looking for?')} type="search" value={sought?.q} autoComplete="off" broad />
      <FilterField name="place" label={i18n.t('Where?')} value={sought?.place} autoComplete="address-level2" />
      {sought && dates && (
        <>
          <FilterField name="from" label={i18n.t('From')} type="date" value={sought.from} min={dates.first} max={dates.last} />
          <FilterField name="to" label={i18n.t('To')} type="date" value={sought.to} min={dates.first} max={dates.last} />
          <FilterField name="people" label={i18n.t('People')} type="number" value={sought.people} min="1" max={String(mostPeople)} inputMode="numeric" />
        </>
      )}
      {sought && <MoreFilters sought={sought} categories={categories} currencies={currencies} currency={currency} filters={filters} />}
    </FilterBar>
  )
}

interface MoreFiltersProps extends Required<Omit<SearchFormProps, 'currency' | 'dates'>> {
  readonly currency: string | undefined
}

function MoreFilters({ sought, categories, currencies, currency, filters }: MoreFiltersProps) {
  const i18n = useI18n()
  const set = [sought.category, sought.min, sought.max, ...Object.values(sought.asked)].filter((value) => value !== '').length
  return (
    <div className="broad">
      <Details summary={set === 0 ? i18n.t('Category, price and more') : i18n.t('Category, price and more ({set} set)', { set })} open={set > 0}>
        <div className="filters">
          {categories.length > 0 && (
            <FilterSelect name="category" label={i18n.t('Category')} value={sought.category} options={[{ value: '', label: i18n.t('Every category') }, ...categories]} />
          )}
          {filters.map((filter) => (
            <CategoryFilter key={filter.key} filter={filter} />
          ))}
          <FilterField name="min" label={i18n.t('Price from')} value={sought.min} inputMode="decimal" autoComplete="off" />
          <FilterField name="max" label={i18n.t('Price to')} value={sought.max} inputMode="decimal" autoComplete="off" />
          <FilterSelect name="currency" label={i18n.t('Currency')} value={currency} options={currencies.map((value) => ({ value, label: value }))} />
        </div>
      </Details>
    </div>
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
