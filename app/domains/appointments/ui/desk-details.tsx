import type { SubmissionResult } from '@conform-to/react'
import { DeskDetailsForm } from '~/core/bookings/index'
import type { Question } from '~/core/bookings/index.server'
import { formatDateTime, formatTimeRange } from '~/kernel/format'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import { deskHref, type DeskAddress, type ShownDeskStep } from './desk-href'

interface DeskDetailsProps {
  readonly title: string
  readonly step: ShownDeskStep & { readonly questions: readonly Question[] }
  readonly start: number
  readonly address: DeskAddress
  readonly path: string
  readonly formKey: string
  readonly result: SubmissionResult | undefined
  /** Free times nearest to one that was taken meanwhile: each sends the same form there. */
  readonly alternatives: readonly number[]
}

/** Who comes for a visit that is booked at the desk. */
export function DeskDetails({ title, step, start, address, path, formKey, result, alternatives }: DeskDetailsProps) {
  const i18n = useI18n()
  const here = (at: number) => deskHref(path, address, { start: formatInstant(at) })
  return (
    <DeskDetailsForm
      title={title}
      aside={<Visit step={step} start={start} />}
      asideLabel={i18n.t('The visit')}
      action={here(start)}
      back={{ href: deskHref(path, address), label: i18n.t('Another time') }}
      questions={step.questions}
      formKey={formKey}
      result={result}
      alternatives={alternatives.map((other) => ({ href: here(other), label: i18n.t('Book {time} instead', { time: formatDateTime(i18n.locale, step.zone, other, 'short') }) }))}
    />
  )
}

function Visit({ step, start }: { step: ShownDeskStep; start: number }) {
  const i18n = useI18n()
  return (
    <Card domain="appointments">
      <h2>{i18n.t('The visit')}</h2>
      <Facts
        facts={[
          ...(step.parts.length > 1
            ? step.parts.map(({ title, afterMs, lengthMs }) => ({ term: title, detail: formatTimeRange(i18n.locale, step.zone, start + afterMs, start + afterMs + lengthMs) }))
            : [{ term: i18n.t('What'), detail: `${step.title}, ${step.about}` }]),
          { term: i18n.t('When'), detail: <When start={start} end={step.end ?? start} zone={step.zone} /> },
          ...(step.people.length > 0 ? [{ term: i18n.t('With'), detail: step.person?.name ?? i18n.t('Anyone who is free') }] : []),
          { term: i18n.t('Where'), detail: step.store },
          ...(step.price === '' ? [] : [{ term: i18n.t('Price'), detail: step.parts.map(({ price }) => price).filter((price) => price !== '').join(' + ') }]),
        ]}
      />
    </Card>
  )
}
