import { Body } from '@react-email/body'
import { Button } from '@react-email/button'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Heading } from '@react-email/heading'
import { Html } from '@react-email/html'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Section } from '@react-email/section'
import { Text } from '@react-email/text'
import type { CSSProperties, ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { button, colours, fine, heading, label, sheet, small, styleSheet, text } from './look'

interface MailLayoutProps {
  /** What the mailbox shows beside the subject. */
  readonly preview: string
  /** Who writes: the business, or Guildhall itself. */
  readonly sender: string
  /** What to do, in one line. */
  readonly title: string
  readonly children: ReactNode
  /** Who sent it and why. */
  readonly why: string
  /** Only on mails that can be stopped. */
  readonly stop?: { readonly label: string; readonly href: string }
}

/** The sheet that every mail is written on. Tables and inline styles, since mail programs know little else; no picture anywhere. */
export function MailLayout({ preview, sender, title, children, why, stop }: MailLayoutProps) {
  const { locale } = useI18n()
  return (
    <Html lang={locale === 'en' ? 'en-GB' : locale}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{styleSheet}</style>
      </Head>
      <Body className="paper">
        <Preview>{preview}</Preview>
        <Section className="paper" style={sheet}>
          <Container role="main" style={{ width: '100%', maxWidth: '560px', padding: '24px 12px' }}>
            <Text className="ink rule" style={{ ...heading, fontSize: '20px', lineHeight: '28px', padding: '0 0 10px', margin: '0 0 24px', borderBottom: `4px double ${colours.ink}` }}>
              {sender}
            </Text>
            <Heading as="h1" className="ink" style={{ ...heading, fontSize: '30px', lineHeight: '36px', fontWeight: 'bold', margin: '0 0 12px' }}>
              {title}
            </Heading>
            {children}
            <Section>
              <hr className="line" style={{ border: 'none', borderTop: `1px solid ${colours.line}`, margin: '28px 0 12px' }} />
              <Text className="soft" style={{ ...small, margin: 0 }}>
                {why}
                {stop && ' '}
                {stop && (
                  <Link href={stop.href} className="accent" style={{ color: colours.accent }}>
                    {stop.label}
                  </Link>
                )}
              </Text>
            </Section>
          </Container>
        </Section>
      </Body>
    </Html>
  )
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text className="ink" style={{ ...text, margin: '0 0 20px' }}>
      {children}
    </Text>
  )
}

/** The one thing to press. The address stands below it too, for programs that show no button. */
export function MainLink({ href, children }: { href: string; children: string }) {
  return (
    <Section style={{ margin: '0 0 20px' }}>
      <Button href={href} className="act" style={button}>
        {children}
      </Button>
    </Section>
  )
}

export interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** What, when, where: each on a line of its own. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Section className="card" style={{ border: `1px solid ${colours.ink}`, backgroundColor: colours.card, margin: '0 0 20px' }}>
      <table data-text-format="dataTable" width="100%" cellPadding={0} cellSpacing={0} style={{ padding: '14px 20px' }}>
        <tbody>
          {facts.map((fact) => (
            <tr key={fact.label}>
              <td className="soft" valign="top" style={label}>
                {fact.label}
              </td>
              <td className="ink" valign="top" style={{ ...text, padding: '6px 0' }}>
                {fact.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

export interface PriceRow {
  readonly title: string
  /** Written out, with its currency. */
  readonly amount: string
  readonly strong?: boolean
}

export function Prices({ caption, rows }: { caption: string; rows: readonly PriceRow[] }) {
  return (
    <>
      <Heading as="h2" className="ink" style={{ ...heading, fontSize: '20px', lineHeight: '28px', fontWeight: 'normal', margin: '8px 0 4px' }}>
        {caption}
      </Heading>
      <table data-text-format="dataTable" aria-label={caption} width="100%" cellPadding={0} cellSpacing={0} style={{ margin: '0 0 20px' }}>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td className={row.strong ? 'ink rule' : 'ink'} style={priceCell(row, index === rows.length - 1)}>
                {row.strong ? <strong>{row.title}</strong> : row.title}
              </td>
              <td className={row.strong ? 'ink rule' : 'ink'} align="right" style={{ ...priceCell(row, index === rows.length - 1), whiteSpace: 'nowrap' }}>
                {row.strong ? <strong>{row.amount}</strong> : row.amount}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What somebody wrote: a reason, a note. */
export function Quotation({ children }: { children: string }) {
  return (
    <Text className="ink line" style={{ ...text, ...fine }}>
      {children}
    </Text>
  )
}

// A line above each sum, a double one below the last.
function priceCell({ strong }: PriceRow, isLast: boolean): CSSProperties {
  return {
    ...text,
    padding: '6px 0',
    ...(strong ? { borderTop: `1px solid ${colours.ink}` } : {}),
    ...(isLast ? { borderBottom: `4px double ${colours.ink}` } : {}),
  }
}
