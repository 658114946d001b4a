import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Tally } from './badge'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export interface DeskLink {
  readonly href: string
  readonly label: string
  readonly icon?: IconName
  /** Shows a domain's colour before the label. */
  readonly domain?: string
  /** `page` on the page itself, `true` on what is chosen within it. */
  readonly current?: 'page' | true
  /** What waits there: "3 wait for an answer". */
  readonly tally?: { readonly count: number; readonly about: string }
}

export interface DeskGroup {
  readonly label?: string
  readonly links: readonly DeskLink[]
}

interface DeskProps {
  readonly firm: { readonly name: string; readonly href: string }
  readonly menuHref: string
  /** The first four links of the first group are the tabs on a phone; the rest is on the menu page there. */
  readonly groups: readonly DeskGroup[]
  readonly children: ReactNode
}

const tabs = 4

/** The frame of a dashboard: its links beside the page, on a phone four tabs above it. */
export function Desk({ firm, menuHref, groups, children }: DeskProps) {
  const i18n = useI18n()
  return (
    <div className="desk">
      <header className="side-nav">
        <p className="firm">
          <a href={firm.href}>{firm.name}</a>{' '}
          <a className="menu-link" href={menuHref}>
            <Icon name="menu" /> {i18n.t('Menu')}
          </a>
        </p>
        <nav aria-label={firm.name}>
          <ul className="main-links">{groups.map((group, index) => sideGroup(group, index))}</ul>
        </nav>
      </header>
      <main id="main">{children}</main>
    </div>
  )
}

function sideGroup(group: DeskGroup, index: number) {
  return [
    group.label && (
      <li key={`label-${index}`} className="label">
        {group.label}
      </li>
    ),
    ...group.links.map((link, position) => (
      <li key={link.href} className={classNames((index > 0 || position >= tabs) && 'more') || undefined}>
        <a href={link.href} aria-current={link.current}>
          <DeskLabel link={link} /> {link.tally && <Tally {...link.tally} />}
        </a>
      </li>
    )),
  ]
}

/** The same links as a page of their own, where a phone's "Menu" leads. */
export function DeskMenu({ firm, groups }: { firm: string; groups: readonly DeskGroup[] }) {
  const i18n = useI18n()
  return (
    <nav aria-label={i18n.t('All of {firm}', { firm })}>
      {groups.map((group, index) => (
        <section key={group.label ?? index}>
          {group.label && <h2 className="kicker after">{group.label}</h2>}
          <ul className="menu">
            {group.links.map((link) => (
              <li key={link.href}>
                <a className="row ends" href={link.href} aria-current={link.current}>
                  <span className="with-icon">
                    <DeskLabel link={link} />
                  </span>{' '}
                  {link.tally && <Tally {...link.tally} />}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function DeskLabel({ link }: { link: DeskLink }) {
  if (link.domain) {
    return (
      <span className="tag" data-domain={link.domain}>
        {link.label}
      </span>
    )
  }
  return (
    <>
      {link.icon && <Icon name={link.icon} />} {link.label}
    </>
  )
}
