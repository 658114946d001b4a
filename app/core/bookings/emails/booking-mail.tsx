import { useI18n } from '~/platform/words/use-i18n'
import { Facts, MailLayout, MainLink, Paragraph, Prices, Quotation, type Fact, type PriceRow } from '~/platform/mail-templates/emails/layout'
import type { LetterWords } from './customer-words'

export interface BookingMailProps {
  readonly words: LetterWords
  readonly business: string
  readonly facts: readonly Fact[]
  /** Why it was declined or cancelled, in the words of who did it. */
  readonly reason: string | null
  readonly action: { readonly label: string; readonly href: string } | null
  readonly prices: readonly PriceRow[]
  /** What holds when the customer cancels. */
  readonly policy: string | null
  readonly hasCalendarFile: boolean
  /** What goes with it, and where it is shown: tickets. */
  readonly enclosure?: { readonly label: string; readonly href: string } | null
  readonly why: string
  readonly stop?: { readonly label: string; readonly href: string }
}

/** Every mail about a booking: what to do, what and when, the one link, the price. */
export function BookingMail({ words, business, facts, reason, action, prices, policy, hasCalendarFile, enclosure, why, stop }: BookingMailProps) {
  const i18n = useI18n()
  return (
    <MailLayout preview={words.lead} sender={business} title={words.title} why={why} stop={stop}>
      <Paragraph>{words.lead}</Paragraph>
      {reason && <Quotation>{reason}</Quotation>}
      <Facts facts={facts} />
      {enclosure && (
        <Paragraph>
          <a href={enclosure.href}>{enclosure.label}</a>
        </Paragraph>
      )}
      {action && <MainLink href={action.href}>{action.label}</MainLink>}
      {prices.length > 0 && <Prices caption={i18n.t('Price')} rows={prices} />}
      {policy && <Paragraph>{policy}</Paragraph>}
      {hasCalendarFile && <Paragraph>{i18n.t('The file attached brings your calendar up to date.')}</Paragraph>}
    </MailLayout>
  )
}
