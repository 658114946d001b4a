import { useOutletContext } from '@remix-run/react'
import type { IconName } from './icons/names'

export interface DeskAction {
  readonly href: string
  readonly label: string
  readonly icon: IconName
  /** It understands `?at=` and `?staff=`: what begins in a free stretch of the calendar. */
  readonly takesTime: boolean
}

/** What a dashboard's layout hands to the pages in it. */
export interface DeskContext {
  /** What this member may begin, from all modules. */
  readonly quickActions: readonly DeskAction[]
}

export function useDesk(): DeskContext {
  return useOutletContext<DeskContext>()
}
