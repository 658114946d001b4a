import type { I18n } from '@lingui/core'
import { useI18n } from '~/platform/words/use-i18n'
import { CancelPage, moneyBack } from './cancel-page'
import { ClosedDate } from './closed-date'

interface Stakes {
  readonly bookings: number
  readonly backMinor: number
}

interface CancelDateProps {
  readonly date: {
    readonly back: string
    readonly when: string
    /** Why it cannot be called off; null where it can. */
    readonly closed: string | null
  }
  readonly what: string
  /** What hangs on the date, and on it with all that follow; null where it is in no series. */
  readonly stakes: { readonly one: Stakes; readonly following: (Stakes & { readonly dates: number }) | null }
  /** For whom it is cancelled, in the words of the trade. */
  readonly people: (bookings: number) => string
  readonly currency: string
  /** Who reads the reason. */
  readonly reasonHint: string
  readonly answer: { readonly result: unknown } | undefined
}

/** Cancels a date, or it and all that follow: what either means, and the form; of one that cannot be cancelled why. */
export function CancelDate({ date: { back, when, closed }, stakes: { one, following }, people, answer, ...means }: CancelDateProps) {
  const i18n = useI18n()
  if (closed !== null) return <ClosedDate back={back} when={when} why={closed} />
  return (
    <CancelPage
      {...means}
      back={back}
      label={when}
      title={i18n.t('Cancel {when}?', { when })}
      people={people(one.bookings)}
      backMinor={one.backMinor}
      verb={i18n.t('Cancel this date')}
      following={following && allThatFollow(i18n, following, people, means.currency)}
      lastResult={answer?.result}
    />
  )
}

function allThatFollow(i18n: I18n, { dates, bookings, backMinor }: Stakes & { readonly dates: number }, people: CancelDateProps['people'], currency: string): string {
  return [i18n.t('{dates, plural, one {# date} other {# dates}} together.', { dates }), people(bookings), moneyBack(i18n, backMinor, currency)].join(' ').trim()
}
