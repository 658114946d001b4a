import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'payments',
  folder: 'core/payments',
  permissions: {
    'payments.manage': ['owner', 'manager'],
  },
  messages: {
    'payments.settings-saved': (i18n) => ({ text: i18n.t('That is how you are paid from now on. What is booked keeps what it was booked with.') }),
  },
  routes: () => [],
})
