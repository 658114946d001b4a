import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'admin',
  folder: 'core/admin',
  navigation: [
    { shell: 'admin', to: '', label: (i18n) => i18n.t('Overview'), icon: 'sun', order: 10 },
    { shell: 'admin', to: 'users', label: (i18n) => i18n.t('Users'), icon: 'users', order: 20 },
    { shell: 'admin', to: 'businesses', label: (i18n) => i18n.t('Businesses'), icon: 'store', order: 30 },
    { shell: 'admin', to: 'audit', label: (i18n) => i18n.t('Audit'), icon: 'history', order: 40 },
    { shell: 'admin', to: 'jobs', label: (i18n) => i18n.t('Jobs'), icon: 'clock', order: 50 },
    { shell: 'admin', to: 'events', label: (i18n) => i18n.t('Failed events'), icon: 'alert', order: 60 },
    { shell: 'admin', to: 'mails', label: (i18n) => i18n.t('Failed mails'), icon: 'mail', order: 70 },
  ],
  messages: {
    'admin.role-given': (i18n) => ({ text: i18n.t('The role is given.') }),
    'admin.role-taken': (i18n) => ({ text: i18n.t('The role is taken.') }),
    'admin.business-status': (i18n) => ({ text: i18n.t('The business is switched.') }),
    'admin.event-retried': (i18n) => ({ text: i18n.t('The event is being told again. If that fails once more, it comes back here.') }),
    'admin.event-settled': (i18n) => ({ text: i18n.t('That event has not failed, or has been told meanwhile.') }),
    'admin.mail-settled': (i18n) => ({ text: i18n.t('That mail has not failed, or has been sent meanwhile.') }),
    'admin.mail-retried': (i18n) => ({ text: i18n.t('The mail waits to be sent again.') }),
    'admin.mail-purged': (i18n) => ({ text: i18n.t('What stood in this mail was deleted after 30 days. It cannot be sent any more.') }),
  },
  routes: (r) => [
    r.admin('', 'overview'),
    r.admin('users', 'users'),
    r.admin('users/:user', 'user'),
    r.admin('users/:user/roles/:role', 'user-role'),
    r.admin('businesses', 'businesses'),
    r.admin('businesses/:id/status', 'business-status'),
    r.admin('audit', 'audit'),
    r.admin('jobs', 'jobs'),
    r.admin('events', 'events'),
    r.admin('mails', 'mails'),
    r.bare('admin/events/:event/retry', 'event-retry'),
    r.bare('admin/mails/:mail/retry', 'mail-retry'),
  ],
})
