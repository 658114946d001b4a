import type { I18n } from '@lingui/core'
import { createElement } from 'react'
import {
  AlreadyRegistered,
  Invitation,
  LogInAdded,
  PasswordChanged,
  ResetPassword,
  VerifyEmail,
  type AlreadyRegisteredProps,
  type InvitationProps,
  type LogInAddedProps,
  type PasswordChangedProps,
  type ResetPasswordProps,
  type VerifyEmailProps,
} from './emails/account-mails'
import { renderMail, type MailContent } from './render-mail.server'

export { renderMail, type MailContent } from './render-mail.server'

/** Asks to confirm an address. `link` opens a page whose button acts; how long it works is said in the mail. */
export function verifyEmailMail(i18n: I18n, props: VerifyEmailProps): MailContent {
  return { template: 'verify-email', subject: i18n.t('Confirm your e-mail address'), ...renderMail(i18n, createElement(VerifyEmail, props)) }
}

/** Tells somebody who registers again that they have an account: the page says the same to everybody. */
export function alreadyRegisteredMail(i18n: I18n, props: AlreadyRegisteredProps): MailContent {
  return { template: 'already-registered', subject: i18n.t('You already have an account'), ...renderMail(i18n, createElement(AlreadyRegistered, props)) }
}

/** Leads to the page that takes a new password. */
export function resetPasswordMail(i18n: I18n, props: ResetPasswordProps): MailContent {
  return { template: 'reset-password', subject: i18n.t('Choose a new password'), ...renderMail(i18n, createElement(ResetPassword, props)) }
}

/** Tells that the password was changed, and what to do if it was somebody else. */
export function passwordChangedMail(i18n: I18n, props: PasswordChangedProps): MailContent {
  return { template: 'password-changed', subject: i18n.t('Your password was changed'), ...renderMail(i18n, createElement(PasswordChanged, props)) }
}

/** Tells that somebody's log-in with a provider opens the account, and what to do if it was somebody else. */
export function logInAddedMail(i18n: I18n, props: LogInAddedProps): MailContent {
  return { template: 'log-in-added', subject: i18n.t('You can now log in with {provider}', { provider: props.provider }), ...renderMail(i18n, createElement(LogInAdded, props)) }
}

/** Invites somebody into a business. */
export function invitationMail(i18n: I18n, props: InvitationProps): MailContent {
  const { businessName } = props
  return { template: 'invitation', subject: i18n.t('Join {businessName}', { businessName }), ...renderMail(i18n, createElement(Invitation, props)) }
}
