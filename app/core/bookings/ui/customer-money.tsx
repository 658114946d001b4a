import type { I18n } from '@lingui/core'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { PlainList } from '~/ui/plain-list'
import { Time } from '~/ui/when'
import type { CustomerPage } from '../customer-page.server'
import { cardName } from '../method-words'

type Sale = NonNullable<CustomerPage['sale']>

interface CustomerMoneyProps {
  readonly sale: Pick<Sale, 'currency' | 'payments' | 'refunds'>
  readonly business: string
  readonly zone: string
}

/** What a customer has paid and how, and what goes back by which way. */
export function CustomerMoney({ sale, business, zone }: CustomerMoneyProps) {
  const i18n = useI18n()
  const paid = sale.payments.filter(({ undoneAt }) => undoneAt === null)
  const back = sale.refunds.filter(({ withdrawnAt }) => withdrawnAt === null)
  if (paid.length + back.length === 0) return null
  const money = (minor: number) => formatMoney(i18n.locale, minor, sale.currency)
  return (
    <PlainList
      flush
      fine
      items={[
        ...paid.map((payment) => ({ key: payment.id, content: <Moved sentence={paidWords(i18n, money(payment.amountMinor), payment)} at={payment.takenAt} zone={zone} /> })),
        ...back.map((refund) => ({ key: refund.id, content: <Moved sentence={backWords(i18n, money(refund.amountMinor), refund, business)} at={refund.givenAt ?? refund.failedAt ?? refund.madeAt} zone={zone} /> })),
      ]}
    />
  )
}

function Moved({ sentence, at, zone }: { sentence: string; at: number; zone: string }) {
  return (
    <>
      {sentence}{' '}
      <span className="soft">
        <Time at={at} zone={zone} />
      </span>
    </>
  )
}

function paidWords(i18n: I18n, amount: string, { method, cardBrand, cardLast4 }: Sale['payments'][number]): string {
  if (method !== 'card') return i18n.t('You paid {amount}.', { amount })
  const card = cardName(i18n, cardBrand, cardLast4)
  return card === null ? i18n.t('You paid {amount} by card.', { amount }) : i18n.t('You paid {amount} by card ({card}).', { amount, card })
}

function backWords(i18n: I18n, amount: string, { paymentId, givenAt, givenMethod, failedAt }: Sale['refunds'][number], business: string): string {
  if (givenAt !== null) {
    return givenMethod === 'card'
      ? i18n.t('{amount} has gone back to your card. Until your bank shows it can take some days.', { amount })
      : i18n.t('{business} has given you {amount} back.', { business, amount })
  }
  if (paymentId !== null && failedAt === null) return i18n.t('{amount} is on its way back to your card.', { amount })
  return paymentId === null
    ? i18n.t('{business} gives you {amount} back.', { business, amount })
    : i18n.t('Your card did not take {amount} back. {business} gives it back to you another way.', { amount, business })
}
