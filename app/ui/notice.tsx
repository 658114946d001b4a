import type { ReactNode } from 'react'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export type NoticeTone = 'good' | 'wait' | 'bad' | 'plain'

const icons: Record<NoticeTone, IconName> = { good: 'check', wait: 'clock', bad: 'alert', plain: 'info' }

interface NoticeProps {
  readonly tone?: NoticeTone
  /** Read out when the page opens: for the message after an act, not for standing remarks. */
  readonly announce?: boolean
  readonly icon?: IconName
  readonly children: ReactNode
}

/** What happened or holds, and what next. */
export function Notice({ tone = 'plain', announce, icon = icons[tone], children }: NoticeProps) {
  return (
    <div className={tone === 'plain' ? 'notice' : `notice ${tone}`} role={announce ? 'status' : undefined}>
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  )
}
