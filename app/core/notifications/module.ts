import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'notifications',
  folder: 'core/notifications',
  navigation: [
    { shell: 'account', to: 'notifications', label: (i18n) => i18n.t('Notifications'), icon: 'bell', order: 15 },
    { shell: 'account', to: 'notification-preferences', label: (i18n) => i18n.t('What we tell you'), icon: 'settings', order: 80 },
  ],
  messages: {
    'notifications.read': (i18n, { count = '0' }) => ({
      text: i18n.t('{count, plural, one {# notification is marked as read.} other {# notifications are marked as read.}}', { count: Number(count) }),
    }),
    'notifications.preferences-saved': (i18n) => ({ text: i18n.t('We tell you what you chose.') }),
  },
  routes: (r) => [r.account('notifications', 'notifications'), r.account('notification-preferences', 'preferences')],
})
