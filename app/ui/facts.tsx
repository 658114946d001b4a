import { Fragment, type ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { classNames } from './class-names'

export interface Fact {
  readonly term: string
  readonly detail: ReactNode
  /** Where it can be changed. */
  readonly changeHref?: string
}

/** What, when, who: terms and what holds for them. `lined` is for the check before an act. */
export function Facts({ facts, lined }: { facts: readonly Fact[]; lined?: boolean }) {
  const i18n = useI18n()
  return (
    <dl className={classNames('facts', lined && 'lined')}>
      {facts.map(({ term, detail, changeHref }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd className={classNames(lined && changeHref && 'row ends base') || undefined}>
            {lined ? <span>{detail}</span> : detail}
            {changeHref && (
              <>
                {' '}
                <a href={changeHref}>
                  {i18n.t('Change')}
                  <span className="sr">{`: ${term}`}</span>
                </a>
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
