import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export function SkipLink() {
  const i18n = useI18n()
  return (
    <a className="skip" href="#main">
      {i18n.t('Skip to the content')}
    </a>
  )
}

export interface MastheadLink {
  readonly href: string
  readonly label: string
  readonly icon?: IconName
  /** Left out on a phone, where the foot of the page has it again. */
  readonly deskOnly?: boolean
}

interface MastheadProps {
  readonly name: string
  readonly href: string
  readonly links: readonly MastheadLink[]
  /** A form that belongs here, as the one to log out. */
  readonly children?: ReactNode
}

export function Masthead({ name, href, links, children }: MastheadProps) {
  return (
    <header className="masthead">
      <div className="wrap">
        <a className="wordmark" href={href}>
          <Icon name="hall" /> {name}
        </a>
        <nav aria-label={name}>
          <ul>
            {links.map((link) => (
              <li key={link.href} className={link.deskOnly ? 'desk-only' : undefined}>
                <a href={link.href}>
                  {link.icon && <Icon name={link.icon} />} {link.label}
                </a>
              </li>
            ))}
            {children && <li>{children}</li>}
          </ul>
        </nav>
      </div>
    </header>
  )
}

export interface ColophonLink {
  readonly href: string
  readonly label: string
  /** Set on a link to the page in another language. */
  readonly lang?: string
}

interface ColophonProps {
  readonly about: ReactNode
  readonly links: readonly ColophonLink[]
  /** The form that chooses a language. */
  readonly children?: ReactNode
}

export function Colophon({ about, links, children }: ColophonProps) {
  const i18n = useI18n()
  return (
    <footer className="colophon">
      <div className="wrap">
        <p>{about}</p>
        <nav aria-label={i18n.t('About this site')}>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} lang={link.lang} hrefLang={link.lang}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </div>
    </footer>
  )
}

/** Says on every page of a demo that nothing here is real. */
export function DemoBanner({ mailboxHref }: { mailboxHref: string }) {
  const i18n = useI18n()
  return (
    <aside className="demo-banner" aria-label={i18n.t('Demo')}>
      <p className="wrap">
        {i18n.t('This is a demo: nobody is booked and no mail leaves this computer.')}{' '}
        <a href={mailboxHref}>{i18n.t('See what was sent')}</a>
      </p>
    </aside>
  )
}
