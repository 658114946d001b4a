import { useI18n } from '~/platform/words/use-i18n'
import { FilterBar, FilterField } from '~/ui/filter-bar'

/** What and where: the form that gets, on the start page and above the results. */
export function SearchForm({ words, place }: { words?: string; place?: string }) {
  const i18n = useI18n()
  return (
    <FilterBar action="/search" submit={i18n.t('Search')} icon="search" search={i18n.t('Search Guildhall')}>
      <FilterField name="q" label={i18n.t('What are you looking for?')} type="search" value={words} autoComplete="off" broad />
      <FilterField name="place" label={i18n.t('Where?')} value={place} autoComplete="address-level2" />
    </FilterBar>
  )
}
