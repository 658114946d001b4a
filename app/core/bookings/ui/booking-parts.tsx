import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { Facts, type Fact } from '~/ui/facts'
import { History } from '~/ui/history'
import { Section } from '~/ui/page'
import { Time, When } from '~/ui/when'
import type { BookingPage } from '../booking-page.server'
import { stepSentence } from '../words'

/** What was booked: each item with when, with whom and where. */
export function BookingWhat({ data: { items, store, booking, zone, href } }: { data: BookingPage }) {
  const i18n = useI18n()
  return (
    <div className="stack">
      {items.map((item) => {
        const facts: Fact[] = [
          { term: i18n.t('What'), detail: item.calledOff ? <><s>{item.title}</s> <Badge tone="bad">{i18n.t('Cancelled')}</Badge></> : item.title },
          { term: i18n.t('When'), detail: <When start={item.startsAt} end={item.endsAt} zone={item.timeZone} written="long" /> },
        ]
        if (item.staffName) facts.push({ term: i18n.t('With'), detail: item.staffName })
        for (const { term, text } of item.facts) facts.push({ term, detail: text })
        if (item.where) facts.push({ term: i18n.t('Where'), detail: item.where })
        else if (item.places.length > 0 || store) facts.push({ term: i18n.t('Where'), detail: [...item.places, ...(store ? [store.name] : [])].join(', ') })
        if (item.attendeeName) facts.push({ term: i18n.t('For'), detail: [item.attendeeName, item.attendeeEmail].filter(Boolean).join(', ') })
        return (
          <div className="stack tight" key={item.id}>
            <Facts facts={facts} />
            {item.alone && (
              <p className="fine">
                <a href={`${href}/items/${item.id}/cancellation`}>{i18n.t('Cancel {item} alone…', { item: item.title })}</a>
              </p>
            )}
          </div>
        )
      })}
      {booking.reason && <p className="soft">{i18n.t('Reason given: {reason}', { reason: booking.reason })}</p>}
      <p className="soft fine">
        {booking.channel === 'desk'
          ? i18n.t('Booked at the desk on {when}', { when: formatDateTime(i18n.locale, zone, booking.placedAt) })
          : i18n.t('Booked online on {when}', { when: formatDateTime(i18n.locale, zone, booking.placedAt) })}
      </p>
    </div>
  )
}

/** Who booked, how to reach them, and what they wrote. */
export function BookingWho({ data: { booking, answers } }: { data: BookingPage }) {
  const i18n = useI18n()
  const facts: Fact[] = [{ term: i18n.t('Name'), detail: booking.contactName }]
  if (booking.contactEmail) facts.push({ term: i18n.t('E-mail'), detail: <a href={`mailto:${booking.contactEmail}`}>{booking.contactEmail}</a> })
  if (booking.contactPhone) facts.push({ term: i18n.t('Telephone'), detail: <a href={`tel:${booking.contactPhone.replaceAll(/[^\d+]/g, '')}`}>{booking.contactPhone}</a> })
  if (booking.note) facts.push({ term: i18n.t('They wrote'), detail: booking.note })
  for (const { label, answer } of answers) facts.push({ term: label, detail: answerText(i18n, answer) })
  return (
    <Section id="who" title={i18n.t('The customer')}>
      <Facts facts={facts} />
    </Section>
  )
}

/** The business's own note, and a form for it. */
export function BookingNote({ data: { booking, href, may } }: { data: BookingPage }) {
  const i18n = useI18n()
  if (!may.manage) return null
  return (
    <Section id="note" title={i18n.t('Your note')}>
      <form className="stack" method="post" action={`${href}/note`} id="owner-note">
        <div className="field">
          <label htmlFor="owner-note-text" className="hint">
            {i18n.t('Only your business sees it.')}
          </label>
          <textarea className="input" id="owner-note-text" name="note" rows={3} maxLength={2000} defaultValue={booking.ownerNote ?? ''} />
        </div>
        <p>
          <Button variant="quiet">{i18n.t('Save note')}</Button>
        </p>
      </form>
    </Section>
  )
}

/** Every step of the booking, the latest first. */
export function BookingHistory({ data: { steps, zone } }: { data: BookingPage }) {
  const i18n = useI18n()
  return (
    <Section id="history" title={i18n.t('History')}>
      <History
        happenings={steps.map((step, index) => ({
          key: String(index),
          what: (
            <>
              {stepSentence(i18n, step)}
              {step.what === 'moved' && step.fromStartsAt && (
                <span className="soft"> {i18n.t('from {when}', { when: formatDateTime(i18n.locale, zone, step.fromStartsAt) })}</span>
              )}
              {step.reason && step.what !== 'reassigned' && <span className="soft">{`: ${step.reason}`}</span>}
            </>
          ),
          at: <Time at={step.at} zone={zone} />,
        }))}
      />
    </Section>
  )
}

function answerText(i18n: ReturnType<typeof useI18n>, answer: string): string {
  if (answer === 'yes') return i18n.t('Yes')
  return answer === 'no' ? i18n.t('No') : answer
}
