import { Facts, MailLayout, MainLink, Paragraph, type Fact } from '~/platform/mail-templates/emails/layout'
import { useI18n } from '~/platform/words/use-i18n'

interface TicketMailProps {
  readonly title: string
  readonly lead: string
  readonly business: string
  readonly facts: readonly Fact[]
  readonly link: { readonly label: string; readonly href: string }
  readonly why: string
}

/** New tickets: what to do with the old ones, the codes in letters, the page with the squares. */
export function TicketMail({ title, lead, business, facts, link, why }: TicketMailProps) {
  const i18n = useI18n()
  return (
    <MailLayout preview={lead} sender={business} title={title} why={why}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <MainLink href={link.href}>{link.label}</MainLink>
      <Paragraph>{i18n.t('The file attached is for paper: a sheet for each ticket.')}</Paragraph>
    </MailLayout>
  )
}
