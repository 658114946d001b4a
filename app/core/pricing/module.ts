import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'pricing',
  folder: 'core/pricing',
  permissions: {
    'policies.manage': ['owner', 'manager'],
  },
  messages: {
    'pricing.policy-saved': (i18n) => ({ text: i18n.t('The policy is saved. What is booked keeps the one it was booked with.') }),
    'pricing.policy-retired': (i18n) => ({ text: i18n.t('The policy is out of use. Services that had it follow your default now.') }),
    'pricing.policy-default': (i18n) => ({ text: i18n.t('That is your default policy. Make another one the default first.') }),
  },
  routes: (r) => [
    r.dashboard('settings/policies', 'settings-policies'),
    r.dashboard('settings/policies/new', 'settings-policy-new'),
    r.dashboard('settings/policies/:policy', 'settings-policy'),
    r.dashboard('settings/policies/:policy/retirement', 'settings-policy-retirement'),
  ],
})
