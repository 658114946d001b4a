import { useI18n } from '~/platform/words/use-i18n'
import { MailLayout, MainLink, Paragraph } from './layout'

const guildhall = 'Guildhall'

export interface VerifyEmailProps {
  readonly name: string
  /** Opens a page whose button acts: programs that look for viruses follow links. */
  readonly link: string
  readonly validForDays: number
}

export function VerifyEmail({ name, link, validForDays }: VerifyEmailProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('Then your bookings under this address join your account.')}
      sender={guildhall}
      title={i18n.t('Confirm your e-mail address')}
      why={i18n.t('Sent by Guildhall because somebody opened an account with this address. If it was not you, do nothing: without your confirmation nothing happens.')}
    >
      <Paragraph>{i18n.t('Dear {name}, please confirm that this address is yours. Then your bookings under it join your account.', { name })}</Paragraph>
      <MainLink href={link}>{i18n.t('Confirm my address')}</MainLink>
      <Paragraph>{i18n.t('The link works for {validForDays, plural, one {# day} other {# days}}.', { validForDays })}</Paragraph>
    </MailLayout>
  )
}

export interface AlreadyRegisteredProps {
  readonly name: string
  readonly logInLink: string
  readonly resetLink: string
}

export function AlreadyRegistered({ name, logInLink, resetLink }: AlreadyRegisteredProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('There is nothing to register: log in instead.')}
      sender={guildhall}
      title={i18n.t('You already have an account')}
      why={i18n.t('Sent by Guildhall because somebody tried to register with this address. If it was not you, do nothing: your account is as it was.')}
    >
      <Paragraph>{i18n.t('Dear {name}, somebody tried to open an account with this address, but it has one already. Log in with your password.', { name })}</Paragraph>
      <MainLink href={logInLink}>{i18n.t('Log in')}</MainLink>
      <Paragraph>
        {i18n.t('Forgotten the password? Choose a new one:')} <a href={resetLink}>{resetLink}</a>
      </Paragraph>
    </MailLayout>
  )
}

export interface ResetPasswordProps {
  readonly name: string
  readonly link: string
  readonly validForHours: number
}

export function ResetPassword({ name, link, validForHours }: ResetPasswordProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('The link works once.')}
      sender={guildhall}
      title={i18n.t('Choose a new password')}
      why={i18n.t('Sent by Guildhall because somebody asked for a new password for this address. If it was not you, do nothing: your password stays as it is.')}
    >
      <Paragraph>{i18n.t('Dear {name}, open this page and choose a new password.', { name })}</Paragraph>
      <MainLink href={link}>{i18n.t('Choose a new password')}</MainLink>
      <Paragraph>{i18n.t('The link works once, for {validForHours, plural, one {# hour} other {# hours}}.', { validForHours })}</Paragraph>
    </MailLayout>
  )
}

export interface PasswordChangedProps {
  readonly name: string
  readonly resetLink: string
}

export function PasswordChanged({ name, resetLink }: PasswordChangedProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('If it was you, there is nothing to do.')}
      sender={guildhall}
      title={i18n.t('Your password was changed')}
      why={i18n.t('Sent by Guildhall because the password of your account was changed.')}
    >
      <Paragraph>{i18n.t('Dear {name}, your password was changed. If it was you, there is nothing to do. Every other device is logged out.', { name })}</Paragraph>
      <Paragraph>{i18n.t('If it was not you, choose a new password now:')}</Paragraph>
      <MainLink href={resetLink}>{i18n.t('Choose a new password')}</MainLink>
    </MailLayout>
  )
}

export interface LogInAddedProps {
  readonly name: string
  /** A name, such as "Google". */
  readonly provider: string
  readonly securityLink: string
  readonly resetLink: string
}

export function LogInAdded({ name, provider, securityLink, resetLink }: LogInAddedProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('If it was you, there is nothing to do.')}
      sender={guildhall}
      title={i18n.t('You can now log in with {provider}', { provider })}
      why={i18n.t('Sent by Guildhall because a log-in with {provider} was added to your account.', { provider })}
    >
      <Paragraph>{i18n.t('Dear {name}, from now on your account opens with a log-in at {provider} too. If it was you, there is nothing to do.', { name, provider })}</Paragraph>
      <Paragraph>{i18n.t('If it was not you, take it away under Security, and choose a new password:')}</Paragraph>
      <MainLink href={securityLink}>{i18n.t('See how you log in')}</MainLink>
      <Paragraph>
        <a href={resetLink}>{resetLink}</a>
      </Paragraph>
    </MailLayout>
  )
}

export interface InvitationProps {
  readonly businessName: string
  readonly inviterName: string
  /** The member role in words, such as "manager". */
  readonly role: string
  readonly link: string
  readonly validForDays: number
}

export function Invitation({ businessName, inviterName, role, link, validForDays }: InvitationProps) {
  const i18n = useI18n()
  return (
    <MailLayout
      preview={i18n.t('{inviterName} invites you to work with {businessName} on Guildhall.', { inviterName, businessName })}
      sender={businessName}
      title={i18n.t('Join {businessName}', { businessName })}
      why={i18n.t('Sent by Guildhall because {inviterName} of {businessName} named this address. If you do not know them, do nothing.', { inviterName, businessName })}
    >
      <Paragraph>{i18n.t('{inviterName} invites you to join {businessName} on Guildhall. Your role: {role}.', { inviterName, businessName, role })}</Paragraph>
      <MainLink href={link}>{i18n.t('See the invitation')}</MainLink>
      <Paragraph>{i18n.t('The link works for {validForDays, plural, one {# day} other {# days}}.', { validForDays })}</Paragraph>
    </MailLayout>
  )
}
