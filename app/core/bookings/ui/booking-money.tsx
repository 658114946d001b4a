import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { PriceLines } from '~/ui/price-lines'
import { Time } from '~/ui/when'
import type { BookingPage } from '../booking-page.server'
import { methodName } from '../words'

/** What it costs, what was paid, and what is still due. */
export function BookingMoney({ data: { sale, href, zone, may } }: { data: BookingPage }) {
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
            ...(sale.paidMinor > 0 ? [{ label: i18n.t('Paid'), amount: write(sale.paidMinor) }] : []),
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
        {may.pay && sale.dueMinor > 0 && (
          <p>
            <Button href={`${href}/payments`} variant="quiet" icon="money">
              {i18n.t('Take a payment…')}
            </Button>
          </p>
        )}
      </div>
    </Section>
  )
}
