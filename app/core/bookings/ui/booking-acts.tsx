import { useI18n } from '~/platform/words/use-i18n'
import { formatDateTime } from '~/kernel/format'
import { Actions, Button, PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import type { BookingPage } from '../booking-page.server'

/** What cannot wait: an answer to give. And what has to: a payment. */
export function Urgent({ data: { booking, shown, request, zone, href, may } }: { data: BookingPage }) {
  const i18n = useI18n()
  if (booking.status === 'pending') {
    const by = formatDateTime(i18n.locale, zone, booking.answerBy ?? booking.startsAt)
    return (
      <Notice tone="wait">
        <p>
          <strong>{i18n.t('Answer by {by}, or it lapses.', { by })}</strong>
        </p>
        {may.confirm && (
          <Actions small>
            <PostButton action={`${href}/confirmation`} variant="primary">
              {i18n.t('Confirm booking')}
            </PostButton>
            <Button href={`${href}/refusal`} variant="quiet">
              {i18n.t('Decline…')}
            </Button>
          </Actions>
        )}
      </Notice>
    )
  }
  if (shown === 'held' && booking.holdUntil !== null) {
    return (
      <Notice tone="wait">
        <p>
          <strong>{i18n.t('Waits for payment until {by}.', { by: formatDateTime(i18n.locale, zone, booking.holdUntil) })}</strong>{' '}
          {i18n.t('The time is kept until then. If it is not paid, it is free for others again; there is nothing for you to do.')}
        </p>
      </Notice>
    )
  }
  if (!request) return null
  const wanted = formatDateTime(i18n.locale, zone, request.startsAt)
  const by = formatDateTime(i18n.locale, zone, request.expiresAt)
  return (
    <Notice tone="wait">
      <p>
        <strong>
          {request.becomes === null
            ? i18n.t('The customer asks for another time: {wanted}.', { wanted })
            : i18n.t('The customer asks for {service} instead: {wanted}.', { service: request.becomes, wanted })}
        </strong>{' '}
        {i18n.t('Answer by {by}; without an answer the booking stays where it is.', { by })}
      </p>
      {may.manage && (
        <p>
          <a href={`${href}/move-answer`}>{i18n.t('Grant or decline')}</a>
        </p>
      )}
    </Notice>
  )
}

/** Everything else that the booking's state and the member's role allow. */
export function BookingActs({ data: { items, href, base, may, movePath } }: { data: BookingPage }) {
  const i18n = useI18n()
  if (!may.manage) return null
  const given = items.filter(({ state, staffId }) => state === 'active' && staffId !== null)
  return (
    <Section id="acts" title={i18n.t('What you can do')}>
      <Actions small>
        {may.mark && (
          <>
            <PostButton action={`${href}/completion`} variant="primary">
              {i18n.t('Mark as completed')}
            </PostButton>
            <Button href={`${href}/no-show`} variant="quiet">
              {i18n.t('Did not come…')}
            </Button>
          </>
        )}
        {may.move && movePath && (
          <Button href={`${base}${movePath}`} variant="quiet" icon="move">
            {i18n.t('Move…')}
          </Button>
        )}
        {may.assign &&
          given.map(({ id, title }) => (
            <Button key={id} href={`${href}/assignment?item=${id}`} variant="quiet" icon="users">
              {given.length === 1 ? i18n.t('Give to somebody else…') : i18n.t('Give {item} to somebody else…', { item: title })}
            </Button>
          ))}
        {may.cancel && (
          <Button href={`${href}/cancellation`} variant="quiet" icon="x">
            {i18n.t('Cancel booking…')}
          </Button>
        )}
        <Button href={`${href}/links`} variant="plain">
          {i18n.t('Revoke the customer’s links…')}
        </Button>
      </Actions>
    </Section>
  )
}
