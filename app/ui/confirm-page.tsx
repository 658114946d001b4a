import type { ReactNode } from 'react'
import { Notice, type NoticeTone } from './notice'
import { Breadcrumb, Kicker } from './page'

interface ConfirmPageProps {
  readonly back: { readonly href: string; readonly label: string; readonly nav: string }
  readonly kicker?: ReactNode
  /** A question: "Cancel your visit?" */
  readonly title: string
  readonly about?: ReactNode
  /** Exactly what will happen and what it costs. */
  readonly consequence: ReactNode
  readonly tone?: NoticeTone
  readonly details?: ReactNode
  /** The form with the act, and the way back beside it. */
  readonly children: ReactNode
}

/** The page of its own that a dangerous act asks on. */
export function ConfirmPage({ back, kicker, title, about, consequence, tone = 'bad', details, children }: ConfirmPageProps) {
  return (
    <div className="stack loose narrow">
      <Breadcrumb {...back} />
      <header className="stack tight">
        {kicker && <Kicker>{kicker}</Kicker>}
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </header>
      <Notice tone={tone}>{consequence}</Notice>
      {details}
      {children}
    </div>
  )
}
