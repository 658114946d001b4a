import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Icon } from './icon'

interface PagerProps {
  readonly newer?: string
  readonly older?: string
  /** "14–26 of 214" */
  readonly position?: ReactNode
}

/** From page to page of a list by cursors. */
export function Pager({ newer, older, position }: PagerProps) {
  const i18n = useI18n()
  if (!newer && !older && !position) return null
  return (
    <nav className="pager" aria-label={i18n.t('Pages')}>
      {newer && (
        <a className="button quiet" href={newer} rel="prev">
          <Icon name="left" turn /> {i18n.t('Newer')}
        </a>
      )}
      {position && <p className="soft">{position}</p>}
      {older && (
        <a className="button quiet" href={older} rel="next">
          {i18n.t('Older')} <Icon name="right" turn />
        </a>
      )}
    </nav>
  )
}

interface MoreResultsProps {
  /** Where the list goes on; null at its end. */
  readonly more: string | null
  /** Back to its beginning; null where this is it. */
  readonly first: string | null
}

/** Further through what a search found. */
export function MoreResults({ more, first }: MoreResultsProps) {
  const i18n = useI18n()
  if (more === null && first === null) return null
  return (
    <nav className="pager" aria-label={i18n.t('Pages')}>
      {first !== null && <a href={first}>{i18n.t('First results')}</a>}
      {more !== null && (
        <a className="button quiet" href={more} rel="next">
          {i18n.t('More results')} <Icon name="right" turn />
        </a>
      )}
    </nav>
  )
}

interface StepperProps {
  /** "Weeks" */
  readonly label: string
  readonly earlier?: { readonly href: string; readonly label: ReactNode }
  readonly later?: { readonly href: string; readonly label: ReactNode }
  readonly children?: ReactNode
}

/** Through time: the week or day before, and the one after. */
export function Stepper({ label, earlier, later, children }: StepperProps) {
  return (
    <nav className="actions small" aria-label={label}>
      {earlier && (
        <a className="button quiet" href={earlier.href} rel="prev">
          <Icon name="left" turn /> {earlier.label}
        </a>
      )}{' '}
      {children}{' '}
      {later && (
        <a className="button quiet" href={later.href} rel="next">
          {later.label} <Icon name="right" turn />
        </a>
      )}
    </nav>
  )
}
