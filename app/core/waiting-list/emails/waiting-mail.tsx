import { Facts, MailLayout, MainLink, Paragraph, type Fact } from '~/platform/mail-templates/emails/layout'

interface WaitingMailProps {
  readonly title: string
  readonly lead: string
  readonly business: string
  readonly facts: readonly Fact[]
  readonly link: { readonly label: string; readonly href: string } | null
  readonly why: string
}

/** A mail to somebody who waits: what to do, what it is for, the one link. */
export function WaitingMail({ title, lead, business, facts, link, why }: WaitingMailProps) {
  return (
    <MailLayout preview={lead} sender={business} title={title} why={why}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      {link && <MainLink href={link.href}>{link.label}</MainLink>}
    </MailLayout>
  )
}
