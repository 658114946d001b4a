import { Facts, MailLayout, MainLink, Paragraph, Quotation, type Fact } from '~/platform/mail-templates/emails/layout'

interface EnquiryMailProps {
  readonly title: string
  readonly lead: string
  readonly business: string
  readonly facts: readonly Fact[]
  /** What somebody wrote, the question or the reply. */
  readonly written: string
  readonly link: { readonly label: string; readonly href: string }
  readonly why: string
}

/** A mail about an enquiry: what was written, about which property, the one link. */
export function EnquiryMail({ title, lead, business, facts, written, link, why }: EnquiryMailProps) {
  return (
    <MailLayout preview={lead} sender={business} title={title} why={why}>
      <Paragraph>{lead}</Paragraph>
      <Quotation>{written}</Quotation>
      <Facts facts={facts} />
      <MainLink href={link.href}>{link.label}</MainLink>
    </MailLayout>
  )
}
