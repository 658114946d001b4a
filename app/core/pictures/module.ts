import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'pictures',
  folder: 'core/pictures',
  permissions: { 'pictures.manage': ['owner', 'manager'] },
  navigation: [
    { to: 'pictures', label: (i18n) => i18n.t('Pictures'), icon: 'image', needs: 'pictures.manage', order: 65 },
    { shell: 'account', to: 'picture', label: (i18n) => i18n.t('Picture'), icon: 'image', order: 25 },
  ],
  messages: {
    'pictures.added': (i18n) => ({ text: i18n.t('The picture is saved.') }),
    'pictures.described': (i18n) => ({ text: i18n.t('The description is saved.') }),
    'pictures.moved': (i18n) => ({ text: i18n.t('The order is changed.') }),
    'pictures.removed': (i18n) => ({ text: i18n.t('The picture is removed.') }),
  },
  uploads: ['/dashboard/:business/pictures/:kind/:owner', '/account/picture'],
  routes: (r) => [
    r.dashboard('pictures', 'pictures'),
    r.dashboard('pictures/:kind/:owner', 'gallery'),
    r.dashboard('pictures/:kind/:owner/:picture', 'picture'),
    r.dashboard('pictures/:kind/:owner/:picture/position', 'picture-position'),
    r.dashboard('pictures/:kind/:owner/:picture/removal', 'picture-removal'),
    r.account('picture', 'account-picture'),
    r.account('picture/removal', 'account-picture-removal'),
  ],
})
