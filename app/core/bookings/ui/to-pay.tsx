import { formatDateTime, formatMoney, formatTime, zonePlace } from '~/kernel/format'
import { localDateOf, minute } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { customerHref } from '../customer-hrefs'
import type { CustomerPage } from '../customer-page.server'

/** While a change is kept for who has to pay for it first. */
export function ToChange({ page }: { page: Pick<CustomerPage, 'reference' | 'token' | 'sale' | 'pay' | 'changing' | 'zone'> }) {
  const i18n = useI18n()
  const { changing, pay, sale, zone } = page
  if (!changing || !sale) return null
  const values = { what: changing.what, when: formatDateTime(i18n.locale, zone, changing.startsAt, 'short') }
  return (
    <Notice tone="wait">
      <div className="stack">
        <p>
          <strong>{i18n.t('You change it to {what}, {when}.', values)}</strong>{' '}
          {pay?.forChange
            ? i18n.t('Pay by {time}, or it stays as it is.', { time: formatTime(i18n.locale, zone, changing.payBy) })
            : i18n.t('The time to pay has run out. If you have paid just now, look at this page again in a minute.')}
        </p>
        {pay?.forChange && (
          <PostButton action={customerHref(page, '/payment')} variant="primary" icon="lock">
            {i18n.t('Pay {amount}', { amount: formatMoney(i18n.locale, pay.amountMinor, sale.currency) })}
          </PostButton>
        )}
      </div>
    </Notice>
  )
}

/** While a time is kept for who has to pay first: until when, and the way to the payment page. */
export function ToPay({ page }: { page: Pick<CustomerPage, 'reference' | 'token' | 'status' | 'business' | 'sale' | 'pay' | 'holdUntil' | 'now' | 'zone' | 'readerZone'> }) {
  const i18n = useI18n()
  const { status, sale, pay, now, zone } = page
  if (status !== 'held' || !sale) return null
  if (!pay || pay.until === null) {
    return (
      <Notice tone="wait">
        <p>
          {page.holdUntil !== null && page.holdUntil <= now
            ? i18n.t('The time to pay has run out. If you have paid just now, look at this page again in a minute.')
            : i18n.t('Nobody can pay by card here at the moment. Ask {business} what to do.', { business: page.business.name })}
        </p>
      </Notice>
    )
  }
  const amount = formatMoney(i18n.locale, pay.amountMinor, sale.currency)
  return (
    <Notice tone="wait">
      <div className="stack">
        <p>
          <strong>{deadline(pay.until)}</strong>{' '}
          {i18n.t('{minutes, plural, one {About # minute is} other {About # minutes are}} left.', { minutes: Math.ceil((pay.until - now) / minute) })}
        </p>
        <PostButton action={customerHref(page, '/payment')} variant="primary" icon="lock">
          {i18n.t('Pay {amount}', { amount })}
        </PostButton>
        <p className="soft fine">{i18n.t('You pay by card on a page of Stripe’s and come back here.')}</p>
      </div>
    </Notice>
  )

  function deadline(until: number): string {
    const place = page.readerZone && page.readerZone !== zone ? ` ${i18n.t('({place} time)', { place: zonePlace(zone) })}` : ''
    if (localDateOf(now, zone) === localDateOf(until, zone)) return i18n.t('Pay by {time} to keep this time.', { time: formatTime(i18n.locale, zone, until) + place })
    return i18n.t('Pay by {when} to keep this time.', { when: formatDateTime(i18n.locale, zone, until, 'short') + place })
  }
}
