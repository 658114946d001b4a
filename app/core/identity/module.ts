import { defineModule } from '../../kernel/define-module'
import { isLogInProvider, providerNames } from '../../platform/log-in-providers'

export default defineModule({
  id: 'identity',
  folder: 'core/identity',
  navigation: [
    { shell: 'account', to: '', label: (i18n) => i18n.t('Profile'), icon: 'user', order: 20 },
    { shell: 'account', to: 'addresses', label: (i18n) => i18n.t('Addresses'), icon: 'pin', order: 30 },
    { shell: 'account', to: 'security', label: (i18n) => i18n.t('Security'), icon: 'lock', order: 90 },
  ],
  messages: {
    'identity.logged-in': (i18n) => ({ text: i18n.t('You are logged in.') }),
    'identity.registered-with': (i18n, { provider }) => ({ text: i18n.t('Your account is open. From now on you log in with {provider}.', { provider: nameOf(provider) }) }),
    'identity.registered-unproven': (i18n, { provider }) => ({
      text: i18n.t('Your account is open. {provider} does not say whether the address is yours: open the link in the mail we have sent you.', { provider: nameOf(provider) }),
    }),
    'identity.provider-cancelled': (i18n, { provider }) => ({ text: i18n.t('You did not log in with {provider}. Nothing is changed.', { provider: nameOf(provider) }), tone: 'bad' }),
    'identity.provider-stale': (i18n, { provider }) => ({
      text: i18n.t('That log-in with {provider} took too long, was used already, or was begun in another window. Begin it once more.', { provider: nameOf(provider) }),
      tone: 'bad',
    }),
    'identity.provider-failed': (i18n, { provider }) => ({ text: i18n.t('{provider} does not answer as it should. Try again in a while, or log in another way.', { provider: nameOf(provider) }), tone: 'bad' }),
    'identity.provider-not-offered': (i18n) => ({ text: i18n.t('That way to log in is not offered here.'), tone: 'bad' }),
    'identity.provider-too-often': (i18n) => ({ text: i18n.t('Somebody tried to log in too often from where you are. Try again in a quarter of an hour.'), tone: 'bad' }),
    'identity.provider-linked': (i18n, { provider }) => ({ text: i18n.t('You can now log in with {provider}.', { provider: nameOf(provider) }) }),
    'identity.provider-other-session': (i18n) => ({ text: i18n.t('You are not logged in as who began to link this log-in. Nothing is changed.'), tone: 'bad' }),
    'identity.provider-of-another': (i18n, { provider }) => ({
      text: i18n.t('This log-in with {provider} belongs to another account here. Nothing is changed.', { provider: nameOf(provider) }),
      tone: 'bad',
    }),
    'identity.provider-has-another': (i18n, { provider }) => ({
      text: i18n.t('Another log-in with {provider} is linked to your account. Take it away first.', { provider: nameOf(provider) }),
      tone: 'bad',
    }),
    'identity.provider-unlinked': (i18n, { provider }) => ({ text: i18n.t('{provider} no longer opens your account.', { provider: nameOf(provider) }) }),
    'identity.logged-out': (i18n) => ({ text: i18n.t('You are logged out.') }),
    'identity.email-verified': (i18n) => ({ text: i18n.t('Your e-mail address is confirmed.') }),
    'identity.verification-sent': (i18n) => ({ text: i18n.t('We have sent you another mail. Open its link to confirm your address.') }),
    'identity.password-reset': (i18n) => ({ text: i18n.t('Your new password is set, and you are logged out everywhere. Log in with it now.') }),
    'identity.password-changed': (i18n) => ({ text: i18n.t('Your password is changed, and every other device is logged out.') }),
    'identity.unknown-choice': (i18n) => ({ text: i18n.t('That is none of the choices. Nothing is changed.') }),
    'identity.profile-saved': (i18n) => ({ text: i18n.t('Your profile is saved.') }),
    'identity.address-added': (i18n) => ({ text: i18n.t('The address is added.') }),
    'identity.address-changed': (i18n) => ({ text: i18n.t('The address is changed.') }),
    'identity.address-default': (i18n) => ({ text: i18n.t('The address is now the first choice of its kind.') }),
    'identity.address-removed': (i18n) => ({ text: i18n.t('The address is removed.') }),
    'identity.session-ended': (i18n) => ({ text: i18n.t('That device is logged out.') }),
    'identity.sessions-ended': (i18n) => ({ text: i18n.t('Every other device is logged out.') }),
  },
  routes: (r) => [
    r.public('register', 'register'),
    r.public('register/sent', 'register-sent'),
    r.public('log-in', 'log-in'),
    r.public('log-in/:provider/refusal', 'provider-refusal'),
    r.public('log-out', 'log-out'),
    r.public('verify-email', 'verify-email'),
    r.public('forgotten-password', 'forgotten-password'),
    r.public('forgotten-password/sent', 'forgotten-password-sent'),
    r.public('reset-password', 'reset-password'),
    r.account('', 'profile'),
    r.account('addresses', 'addresses'),
    r.account('addresses/new', 'new-address'),
    r.account('addresses/:address', 'address'),
    r.account('addresses/:address/removal', 'address-removal'),
    r.account('email-verification', 'email-verification'),
    r.account('password', 'password'),
    r.account('security', 'security'),
    r.account('log-ins/:provider', 'provider-link'),
    r.account('log-ins/:provider/removal', 'provider-removal'),
    r.bare('log-in/:provider', 'provider-log-in'),
    r.bare('landings/oauth/:provider', 'provider-landing'),
    r.bare('account/addresses/:address/default', 'address-default'),
    r.bare('account/security/revocation', 'session-revocation'),
    r.bare('language', 'language'),
    r.bare('time-zone', 'time-zone'),
  ],
})

function nameOf(provider: string | undefined): string {
  return isLogInProvider(provider) ? providerNames[provider] : ''
}
