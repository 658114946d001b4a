import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

/** The heading of a dashboard page, what stands above it, and its acts. */
export function TitleLine({
  title,
  kicker,
  level = 1,
  children,
}: {
  title: ReactNode
  kicker?: ReactNode
  level?: 1 | 2
  children?: ReactNode
}) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <header className="title-line">
      <div>
        {kicker && <Kicker>{kicker}</Kicker>}
        <Heading>{title}</Heading>
      </div>
      {children}
    </header>
  )
}

/** The small line in italics above a heading. */
export function Kicker({ children }: { children: ReactNode }) {
  return <p className="kicker">{children}</p>
}

interface SectionProps {
  readonly id: string
  readonly title: ReactNode
  /** What stands at the end of the heading's line. */
  readonly aside?: ReactNode
  /** Gives it that domain's band. */
  readonly domain?: string
  /** Keeps a distance from what stands before it. */
  readonly after?: boolean
  readonly children: ReactNode
}

export function Section({ id, title, aside, domain, after, children }: SectionProps) {
  const heading = <h2 id={id}>{title}</h2>
  return (
    <section className={classNames('section', domain && 'band', after && 'after')} data-domain={domain} aria-labelledby={id}>
      {aside ? (
        <header>
          {heading} {aside}
        </header>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}

interface SpreadProps {
  readonly children: ReactNode
  readonly aside: ReactNode
  /** What the aside holds, for those who hear the page. */
  readonly label: string
  readonly width?: 'narrow' | 'wide'
  /** Keeps the aside in sight while the page scrolls. */
  readonly sticky?: boolean
}

/** A page with a column beside it; on a phone the column comes after. */
export function Spread({ children, aside, label, width, sticky }: SpreadProps) {
  return (
    <div className={classNames('spread', width)}>
      <div className="stack loose">{children}</div>
      <aside className={classNames('stack', sticky ? 'summary' : 'loose')} aria-label={label}>
        {aside}
      </aside>
    </div>
  )
}

export function Card({ children, domain }: { children: ReactNode; domain?: string }) {
  return (
    <section className={classNames('card', 'stack', domain && 'band')} data-domain={domain}>
      {children}
    </section>
  )
}

/** The way back, one step up. */
export function Breadcrumb({ href, label, nav }: { href: string; label: ReactNode; nav: string }) {
  return (
    <nav aria-label={nav}>
      <p>
        <a className="with-icon" href={href}>
          <Icon name="left" turn /> {label}
        </a>
      </p>
    </nav>
  )
}
