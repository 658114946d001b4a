import { useI18n } from '~/platform/words/use-i18n'
import { CancelPage } from './cancel-page'

interface CancelDateProps {
  readonly back: string
  readonly when: string
  readonly inSeries: boolean
  readonly what: string
  /** For whom it is cancelled. */
  readonly people: string
  readonly paidMinor: number
  readonly currency: string
  /** Who reads the reason. */
  readonly reasonHint: string
  readonly answer: { readonly result: unknown } | undefined
}

/** Cancels a date, or it and all that follow: what that means, and the form. */
export function CancelDate({ back, when, inSeries, answer, ...means }: CancelDateProps) {
  const i18n = useI18n()
  return (
    <CancelPage {...means} back={back} label={when} title={i18n.t('Cancel {when}?', { when })} verb={i18n.t('Cancel this date')} mayFollow={inSeries} lastResult={answer?.result} />
  )
}
