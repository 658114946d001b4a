import type { ReactNode } from 'react'
import { honeypotField, honeypotMark } from '~/platform/honeypot'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'

export interface OtherChoicesProps {
  readonly business: { readonly slug: string; readonly name: string }
  readonly steps: ReactNode
  readonly title: string
  /** What stood in the way. */
  readonly why: string
  /** What can be had instead, the nearest first. */
  readonly alternatives: readonly { readonly href: string; readonly label: string }[]
  /** The heading above them. */
  readonly nearest: string
  /** Said where there are none. */
  readonly none: string
  /** Where to wait for what was chosen; null where that is not to be. */
  readonly waitHref?: string | null
  /** Where to look for more. */
  readonly more: { readonly href: string; readonly label: string }
  /** What was typed goes on with each alternative, in the body of a post; null where nothing was typed yet. */
  readonly typed: Readonly<Record<string, string>> | null
}

/** What was chosen is not to be had: why, and the nearest that is. */
export function OtherChoices({ business, steps, title, why, alternatives, nearest, none, waitHref = null, more, typed }: OtherChoicesProps) {
  const i18n = useI18n()
  const some = alternatives.length > 0
  return (
    <div>
      {steps}
      <div className="stack loose">
        <header className="stack tight">
          <p className="kicker" dir="auto">
            {business.name}
          </p>
          <h1>{title}</h1>
        </header>
        <Notice tone="bad" announce>
          <p>
            <strong>{why}</strong>
          </p>
          {typed && <p>{some ? i18n.t('Nothing is booked yet. What you typed is kept: choose one of these and go on.') : i18n.t('Nothing is booked yet.')}</p>}
        </Notice>
        {some ? (
          <section className="stack" aria-labelledby="nearest">
            <h2 id="nearest">{nearest}</h2>
            <ul className="actions" id="alternatives">
              {alternatives.map(({ href, label }) => (
                <li key={href}>
                  {typed ? (
                    <PostButton action={href} fields={{ ...typed, [honeypotField]: '', [honeypotMark]: '1' }} variant="primary">
                      {label}
                    </PostButton>
                  ) : (
                    <Button href={href}>{label}</Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ) : (
          <p>{none}</p>
        )}
        <Actions>
          {waitHref !== null && (
            <Button href={waitHref} variant="quiet" icon="clock">
              {i18n.t('Join the waiting list')}
            </Button>
          )}
          <Button href={more.href} variant="quiet" icon="calendar">
            {more.label}
          </Button>
          <Button href={`/b/${business.slug}`} variant="plain">
            {i18n.t('Back to {business}', { business: business.name })}
          </Button>
        </Actions>
      </div>
    </div>
  )
}
