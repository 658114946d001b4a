import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'analytics',
  folder: 'core/analytics',
  permissions: { 'analytics.read': ['owner', 'manager'] },
  navigation: [{ to: 'analytics', label: (i18n) => i18n.t('Analytics'), icon: 'chart', needs: 'analytics.read', order: 70 }],
  routes: (r) => [r.dashboard('analytics', 'analytics'), r.dashboard('analytics/activity', 'activity'), r.bare('dashboard/:business/analytics/:table.csv', 'analytics-file')],
})
