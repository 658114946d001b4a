import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { PriceLines } from '~/ui/price-lines'
import { Time } from '~/ui/when'
import type { BookingPage } from '../booking-page.server'
import { causeName, methodName } from '../words'

/** What it costs, what was paid, and what is still due. */
export function BookingMoney({ data: { sale, policy, href, zone, may } }: { data: BookingPage }) {
  const i18n = useI18n()
  if (!sale) return null
  const write = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  return (
    <Section id="money" title={i18n.t('Price')}>
      <div className="stack">
        <PriceLines
          fine
          caption={i18n.t('Price')}
          quietCaption
          lines={sale.lines.map((line) => ({ label: line.title, amount: write(line.amountMinor) }))}
          totals={[
            { label: i18n.t('Together'), amount: write(sale.totalMinor), weight: 'total' },
            ...(sale.letGoMinor > 0 ? [{ label: i18n.t('No longer charged'), amount: write(-sale.letGoMinor) }] : []),
            ...(sale.paidMinor > 0 ? [{ label: i18n.t('Paid'), amount: write(sale.paidMinor) }] : []),
            ...(sale.refundedMinor > 0 ? [{ label: i18n.t('Comes back'), amount: write(sale.refundedMinor) }] : []),
            { label: sale.voidedAt === null ? i18n.t('Due on arrival') : i18n.t('Nothing is due'), amount: write(sale.dueMinor) },
          ]}
        />
        {sale.payments.length > 0 && (
          <PlainList
            flush
            fine
            items={sale.payments.map((payment) => ({
              key: payment.id,
              content: (
                <>
                  {i18n.t('{amount}, {method}', { amount: write(payment.amountMinor), method: methodName(i18n, payment.method) })}{' '}
                  <span className="soft">
                    <Time at={payment.takenAt} zone={zone} />
                  </span>{' '}
                  {payment.undoneAt !== null ? (
                    <span className="soft">{i18n.t('Taken back: {reason}', { reason: payment.undoneReason ?? '' })}</span>
                  ) : (
                    may.pay && <a href={`${href}/payments/${payment.id}/undoing`}>{i18n.t('Take it back…')}</a>
                  )}
                </>
              ),
            }))}
          />
        )}
        <Refunds sale={sale} href={href} zone={zone} may={may.refund} />
        {may.pay && sale.dueMinor > 0 && (
          <p>
            <Button href={`${href}/payments`} variant="quiet" icon="money">
              {i18n.t('Take a payment…')}
            </Button>
          </p>
        )}
        {may.refund && sale.paidMinor > sale.refundedMinor && (
          <p>
            <a href={`${href}/refunds`}>{i18n.t('Give money back…')}</a>
          </p>
        )}
        <p className="soft fine">{policy.join(' ')}</p>
      </div>
    </Section>
  )
}

interface RefundsProps {
  readonly sale: NonNullable<BookingPage['sale']>
  readonly href: string
  readonly zone: string
  readonly may: boolean
}

/** What goes back to the customer: due until somebody marks it as given. */
function Refunds({ sale, href, zone, may }: RefundsProps) {
  const i18n = useI18n()
  const write = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  if (sale.refunds.length === 0) return null
  return (
    <>
      {sale.refundDueMinor > 0 && (
        <Notice tone="wait">
          <p>
            <strong>{i18n.t('{amount} is due back to the customer.', { amount: write(sale.refundDueMinor) })}</strong>
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
                {refund.givenAt !== null && refund.givenMethod !== null
                  ? i18n.t('Given, {method}', { method: methodName(i18n, refund.givenMethod) })
                  : refund.withdrawnAt !== null && i18n.t('Withdrawn: {reason}', { reason: refund.withdrawnReason ?? '' })}{' '}
                <Time at={refund.givenAt ?? refund.withdrawnAt ?? refund.madeAt} zone={zone} />
              </span>
              {may && refund.givenAt === null && refund.withdrawnAt === null && (
                <>
                  {' '}
                  <a href={`${href}/refunds/${refund.id}/giving`}>{i18n.t('Mark as given back…')}</a>
                  {refund.cause !== 'overpaid' && (
                    <>
                      {' '}
                      <a href={`${href}/refunds/${refund.id}/withdrawal`}>{i18n.t('Withdraw…')}</a>
                    </>
                  )}
                </>
              )}
            </>
          ),
        }))}
      />
    </>
  )
}
