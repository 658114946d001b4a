import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'listings',
  folder: 'core/listings',
  messages: {
    'listings.categories-saved': (i18n) => ({ text: i18n.t('Customers find you under these categories now.') }),
  },
  routes: (r) => [r.dashboard('settings/categories', 'settings-categories')],
})
