export type ChaseKind = 'soon' | 'due' | 'release'

export interface DueChase {
  readonly kind: ChaseKind
  readonly runAt: number
}

const day = 24 * 60 * 60 * 1000

/**
 * When something is done about the rest of a booking: a mail three days before it is due, one when it is, and letting it go so many days later
 * (null: never), but only while it has not begun. What would have been done before `toldAt`, when the customer last heard of the date, is left out.
 */
export function chaseTimes(restDueAt: number, releaseDays: number | null, startsAt: number, toldAt: number): DueChase[] {
  const wanted: DueChase[] = [
    { kind: 'soon', runAt: restDueAt - 3 * day },
    { kind: 'due', runAt: restDueAt },
    ...(releaseDays === null ? [] : [{ kind: 'release', runAt: restDueAt + releaseDays * day } as const]),
  ]
  return wanted.filter(({ runAt }) => runAt > toldAt && runAt < startsAt)
}
