import { Facts, MailLayout, MainLink, Paragraph, type Fact } from '~/platform/mail-templates/emails/layout'

export interface ChannelMailProps {
  readonly business: string
  readonly title: string
  /** What happened, and what to do. */
  readonly lead: string
  readonly facts: readonly Fact[]
  readonly action: { readonly label: string; readonly href: string }
  readonly why: string
  readonly stop: { readonly label: string; readonly href: string }
}

/** A mail to the people of a business about a calendar of another channel. */
export function ChannelMail({ business, title, lead, facts, action, why, stop }: ChannelMailProps) {
  return (
    <MailLayout preview={lead} sender={business} title={title} why={why} stop={stop}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <MainLink href={action.href}>{action.label}</MainLink>
    </MailLayout>
  )
}
