import { Fragment } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import type { Option } from '~/ui/choice-field'
import { FilterSelect } from '~/ui/filter-bar'
import type { ShownVisit } from '../shown-visit.server'

interface PeopleFiltersProps {
  readonly visit: ShownVisit
  /** Whom a customer may choose, for each service in its turn. */
  readonly people: readonly (readonly Option[])[]
  /** Whether one person could do all of it. */
  readonly oneCan: boolean
}

/** With whom: for one service as ever; for several one field for each, in the order in which the address names them. */
export function PeopleFilters({ visit, people, oneCan }: PeopleFiltersProps) {
  const i18n = useI18n()
  const several = visit.parts.length > 1
  return (
    <>
      {visit.parts.map((part, at) => {
        const name = at === 0 ? 'staff' : 'with'
        const some = people[at] ?? []
        const anyone = part.staffChoice === 'must' && !visit.onePerson ? [] : [{ value: '', label: i18n.t('Anyone') }]
        const label = several ? i18n.t('{service} with', { service: part.title }) : i18n.t('With whom')
        return (
          <Fragment key={part.slug}>
            {at > 0 && <input type="hidden" name="also" value={part.slug} />}
            {some.length > 1 ? (
              <FilterSelect id={at === 0 ? undefined : `filter-with-${at}`} name={name} label={label} value={part.person?.slug ?? ''} options={[...anyone, ...some]} />
            ) : (
              at > 0 && <input type="hidden" name="with" value={part.person?.slug ?? ''} />
            )}
          </Fragment>
        )
      })}
      {oneCan && (
        <label className="choice">
          <input type="checkbox" name="together" value="yes" defaultChecked={visit.onePerson} autoComplete="off" /> <span>{i18n.t('One person for everything')}</span>
        </label>
      )}
    </>
  )
}
