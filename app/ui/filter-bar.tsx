import type { HTMLAttributes, ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from './button'
import { Options, type Option } from './choice-field'
import { classNames } from './class-names'
import type { IconName } from './icons/names'

interface FilterBarProps {
  readonly action: string
  readonly children: ReactNode
  /** "Filter" unless told. */
  readonly submit?: string
  readonly icon?: IconName
  /** Makes it the page's search, for those who jump from landmark to landmark. */
  readonly search?: string
  /** What the address keeps beside the filters. */
  readonly keep?: Readonly<Record<string, string>>
}

/** Filters are a form that gets: the address says it all, and can be shared. */
export function FilterBar({ action, children, submit, icon, search, keep = {} }: FilterBarProps) {
  const i18n = useI18n()
  return (
    <form className="filters keep" method="get" action={action} role={search ? 'search' : undefined} aria-label={search}>
      {children}
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant="quiet" icon={icon}>
        {submit ?? i18n.t('Filter')}
      </Button>
    </form>
  )
}

interface FilterFieldProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly id?: string
  readonly type?: 'text' | 'search' | 'date' | 'time' | 'number' | 'email'
  readonly min?: string
  readonly max?: string
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly autoComplete?: string
  readonly broad?: boolean
}

export function FilterField({ name, label, value, id = `filter-${name}`, type = 'text', broad, ...limits }: FilterFieldProps) {
  return (
    <div className={classNames('field', broad && 'broad')}>
      <label htmlFor={id}>{label}</label>
      <input
        className="input"
        id={id}
        name={name}
        type={type}
        defaultValue={value}
        enterKeyHint={type === 'search' ? 'search' : undefined}
        {...limits}
      />
    </div>
  )
}

interface FilterSelectProps {
  readonly name: string
  readonly label: string
  readonly value?: string
  readonly options: readonly Option[]
  readonly id?: string
}

export function FilterSelect({ name, label, value, options, id = `filter-${name}` }: FilterSelectProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select className="input" id={id} name={name} defaultValue={value} autoComplete="off">
        <Options options={options} />
      </select>
    </div>
  )
}
