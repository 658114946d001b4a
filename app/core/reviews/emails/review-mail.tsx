import { MailLayout, MainLink, Paragraph } from '~/platform/mail-templates/emails/layout'

interface ReviewMailProps {
  readonly title: string
  readonly lead: string
  readonly business: string
  readonly link: { readonly label: string; readonly href: string }
  readonly why: string
  readonly stop: { readonly label: string; readonly href: string }
}

/** Asks a customer how it was: the one link, and how never to be asked again. */
export function ReviewMail({ title, lead, business, link, why, stop }: ReviewMailProps) {
  return (
    <MailLayout preview={lead} sender={business} title={title} why={why} stop={stop}>
      <Paragraph>{lead}</Paragraph>
      <MainLink href={link.href}>{link.label}</MainLink>
    </MailLayout>
  )
}
