import { formatDateTime, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import type { Overview } from '../overview.server'

/** What waits for a yes or a no, the most urgent first; the first can be answered right here. */
export function OverviewWaiting({ day, base }: { day: Overview; base: string }) {
  const i18n = useI18n()
  const { waiting, pending, failed } = day
  return (
    <Section
      id="answer"
      title={i18n.t('Needs an answer')}
      aside={
        pending > waiting.length ? (
          <p>
            <a href={`${base}/bookings?status=pending`}>{i18n.t('All {pending}', { pending })}</a>
          </p>
        ) : undefined
      }
    >
      <div className="stack">
        {failed.map(({ id, reference, who, amountMinor, currency }) => (
          <Notice key={id} tone="bad">
            <p>
              <a href={`${base}/bookings/${reference}`}>{i18n.t('A refund failed: {amount} for {who}', { amount: formatMoney(i18n.locale, amountMinor, currency), who })}</a>
            </p>
          </Notice>
        ))}
        {waiting.length === 0 ? (
          <p className="soft">{i18n.t('Nobody waits for an answer.')}</p>
        ) : (
          <PlainList flush fine items={waiting.map((one) => ({ key: `${one.kind} ${one.bookingId}`, content: <WaitingLine one={one} base={base} /> }))} />
        )}
      </div>
    </Section>
  )
}

function WaitingLine({ one, base }: { one: Overview['waiting'][number]; base: string }) {
  const i18n = useI18n()
  const { locale } = i18n
  const href = `${base}/bookings/${one.reference}`
  const when = formatDateTime(locale, one.timeZone, one.startsAt, 'short')
  const by = formatDateTime(locale, one.timeZone, one.answerBy, 'short')
  const price = formatMoney(locale, one.totalMinor, one.currency)
  return (
    <div className="stack tight">
      <p>
        <a href={href}>{one.kind === 'move' ? i18n.t('{title}: moved to {when}?', { title: one.title, when }) : i18n.t('{title}, {when}', { title: one.title, when })}</a>
        <br />
        <span className="soft">
          {one.kind === 'move'
            ? i18n.t('{who}. Answer by {by}; else it stays where it is.', { who: one.contactName, by })
            : i18n.t('{who}, {price}. Answer by {by}, or it lapses.', { who: one.contactName, price, by })}
        </span>
      </p>
      {one.kind === 'booking' ? (
        <form className="actions small keep" method="post" action={`${href}/confirmation`}>
          <Button>
            {i18n.t('Confirm')}
            <span className="sr">{` ${one.title}, ${one.contactName}`}</span>
          </Button>{' '}
          <Button variant="quiet" href={`${href}/refusal`}>
            {i18n.t('Decline…')}
            <span className="sr">{` ${one.title}, ${one.contactName}`}</span>
          </Button>
        </form>
      ) : (
        <p className="actions small keep">
          <Button variant="quiet" href={`${href}/move-answer`}>
            {i18n.t('Grant or decline')}
            <span className="sr">{` ${one.title}, ${one.contactName}`}</span>
          </Button>
        </p>
      )}
    </div>
  )
}
