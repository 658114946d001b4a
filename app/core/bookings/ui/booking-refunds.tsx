import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Notice } from '~/ui/notice'
import { PlainList } from '~/ui/plain-list'
import { Time } from '~/ui/when'
import type { BookingPage } from '../booking-page.server'
import { refundWays, type RefundWays } from '../model/refund-ways'
import { methodName } from '../method-words'
import { causeName, failureWords } from '../words'

type Sale = NonNullable<BookingPage['sale']>

interface BookingRefundsProps {
  readonly sale: Sale
  readonly href: string
  readonly zone: string
  readonly may: boolean
}

/** What goes back to the customer: to a card by itself, else due until somebody marks it as given. */
export function BookingRefunds({ sale, href, zone, may }: BookingRefundsProps) {
  const i18n = useI18n()
  if (sale.refunds.length === 0) return null
  const write = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  const byHand = sale.refunds.filter((refund) => refundWays(refund).byHand)
  const dueMinor = byHand.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const failed = sale.refunds.filter((refund) => refundWays(refund).failed)
  return (
    <>
      {failed.map((refund) => (
        <Notice key={refund.id} tone="bad">
          <p>
            <strong>{i18n.t('{amount} could not go back to the card.', { amount: write(refund.amountMinor) })}</strong>{' '}
            {refund.failure && failureWords(i18n, refund.failure)}
          </p>
          <p>{i18n.t('Try again, or give it back another way and mark it below.')}</p>
        </Notice>
      ))}
      {dueMinor > 0 && failed.length === 0 && (
        <Notice tone="wait">
          <p>
            <strong>{i18n.t('{amount} is due back to the customer.', { amount: write(dueMinor) })}</strong>
          </p>
        </Notice>
      )}
      <PlainList
        flush
        fine
        items={sale.refunds.map((refund) => ({
          key: refund.id,
          content: (
            <>
              {i18n.t('{amount} back: {why}', { amount: write(refund.amountMinor), why: refund.reason ?? causeName(i18n, refund.cause) })}{' '}
              <span className="soft">
                <RefundState refund={refund} /> <Time at={refund.givenAt ?? refund.withdrawnAt ?? refund.failedAt ?? refund.madeAt} zone={zone} />
              </span>
              {may && <RefundActs ways={refundWays(refund)} href={`${href}/refunds/${refund.id}`} />}
            </>
          ),
        }))}
      />
    </>
  )
}

function RefundState({ refund }: { refund: Sale['refunds'][number] }) {
  const i18n = useI18n()
  const { givenAt, givenMethod, withdrawnAt, withdrawnReason } = refund
  const { underway, failed } = refundWays(refund)
  if (givenAt !== null && givenMethod !== null) return <>{givenMethod === 'card' ? i18n.t('Given back to the card') : i18n.t('Given, {method}', { method: methodName(i18n, givenMethod) })}</>
  if (withdrawnAt !== null) return <>{i18n.t('Withdrawn: {reason}', { reason: withdrawnReason ?? '' })}</>
  if (underway) return <>{i18n.t('On its way to the card')}</>
  return <>{failed ? i18n.t('Failed') : i18n.t('Due')}</>
}

function RefundActs({ ways: { failed, byHand, withdrawable }, href }: { ways: RefundWays; href: string }) {
  const i18n = useI18n()
  return (
    <>
      {failed && (
        <>
          {' '}
          <a href={`${href}/retrial`}>{i18n.t('Try again…')}</a>
        </>
      )}
      {byHand && (
        <>
          {' '}
          <a href={`${href}/giving`}>{i18n.t('Mark as given back…')}</a>
        </>
      )}
      {withdrawable && (
        <>
          {' '}
          <a href={`${href}/withdrawal`}>{i18n.t('Withdraw…')}</a>
        </>
      )}
    </>
  )
}
