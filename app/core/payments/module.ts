import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'payments',
  folder: 'core/payments',
  permissions: {
    'payments.manage': ['owner', 'manager'],
  },
  messages: {
    'payments.paid': (i18n) => ({ text: i18n.t('Your payment has arrived.') }),
    'payments.not-paid': (i18n) => ({ text: i18n.t('Nothing was paid yet.') }),
    'payments.not-known': (i18n) => ({ text: i18n.t('We do not know yet whether your payment has arrived, and look again by ourselves. Please do not pay a second time.') }),
    'payments.settings-saved': (i18n) => ({ text: i18n.t('That is how you are paid from now on. What is booked keeps what it was booked with.') }),
  },
  routes: (r) => [r.dashboard('settings/payments', 'settings-payments'), r.bare('landings/stripe', 'landing-stripe'), r.bare('webhooks/stripe', 'webhook-stripe')],
})
