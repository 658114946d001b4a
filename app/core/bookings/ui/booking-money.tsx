import { formatDate, formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { PriceLines } from '~/ui/price-lines'
import { Time } from '~/ui/when'
import type { BookingPage } from '../booking-page.server'
import { methodWithCard } from '../method-words'
import { BookingRefunds } from './booking-refunds'
import { taxTitle } from './sale-price'

type Sale = NonNullable<BookingPage['sale']>

/** What it costs, what was paid, and what is still due. */
export function BookingMoney({ data: { booking, sale, policy, href, zone, may } }: { data: BookingPage }) {
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
          lines={sale.lines.map((line) => ({ label: line.kind === 'tax' ? taxTitle(i18n, line) : line.title, amount: write(line.amountMinor) }))}
          totals={[
            { label: i18n.t('Together'), amount: write(sale.totalMinor), weight: 'total' },
            ...(sale.reversedMinor > 0 ? [{ label: i18n.t('No longer charged'), amount: write(-sale.reversedMinor) }] : []),
            ...(sale.paidMinor > 0 ? [{ label: i18n.t('Paid'), amount: write(sale.paidMinor) }] : []),
            ...(sale.refundedMinor > 0 ? [{ label: sale.refundDueMinor === 0 ? i18n.t('Given back') : i18n.t('Comes back'), amount: write(sale.refundedMinor) }] : []),
            { label: due(), amount: write(sale.dueMinor) },
          ]}
        />
        <Payments sale={sale} href={href} zone={zone} may={may.pay} />
        <BookingRefunds sale={sale} href={href} zone={zone} may={may.refund} />
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

  function due(): string {
    if (sale?.voidedAt !== null) return i18n.t('Nothing is due')
    if (booking.status === 'held') return i18n.t('Due, {amount} of it now', { amount: write(sale.dueAtOnceMinor) })
    return sale.restDueAt === null ? i18n.t('Due on arrival') : i18n.t('Due by {day}', { day: formatDate(i18n.locale, zone, sale.restDueAt, 'short') })
  }
}

interface PaymentsProps {
  readonly sale: Sale
  readonly href: string
  readonly zone: string
  readonly may: boolean
}

/** What was paid and how. What was marked by hand can be taken back; what came by card goes back as a refund. */
function Payments({ sale, href, zone, may }: PaymentsProps) {
  const i18n = useI18n()
  const write = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  if (sale.payments.length === 0) return null
  return (
    <PlainList
      flush
      fine
      items={sale.payments.map((payment) => ({
        key: payment.id,
        content: (
          <>
            {i18n.t('{amount}, {method}', { amount: write(payment.amountMinor), method: methodWithCard(i18n, payment) })}{' '}
            <span className="soft">
              <Time at={payment.takenAt} zone={zone} />
            </span>{' '}
            {payment.undoneAt !== null ? (
              <span className="soft">{i18n.t('Taken back: {reason}', { reason: payment.undoneReason ?? '' })}</span>
            ) : (
              may && payment.method !== 'card' && <a href={`${href}/payments/${payment.id}/undoing`}>{i18n.t('Take it back…')}</a>
            )}
          </>
        ),
      }))}
    />
  )
}
