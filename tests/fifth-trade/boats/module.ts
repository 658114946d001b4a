import { defineModule } from '../../../app/kernel/define-module'

export default defineModule({
  id: 'boats',
  folder: 'domains/boats',
  trade: {
    domain: 'boats',
    label: (i18n) => i18n.t('Boats'),
    about: (i18n) => i18n.t('Boats are hired by the hour.'),
    icon: 'briefcase',
    desk: 'boats/fleet',
    manage: 'boats.manage',
  },
  permissions: { 'boats.manage': ['owner', 'manager'] },
  navigation: [{ to: 'boats/fleet', label: (i18n) => i18n.t('Fleet'), icon: 'briefcase', needs: 'boats.manage', order: 90 }],
  messages: { 'boats.added': (i18n) => ({ text: i18n.t('The boat is added. Customers see it once you publish it.') }) },
  routes: (r) => [
    r.business('boats/:boat', 'boat'),
    r.business('boats/:boat/book', 'book'),
    r.dashboard('boats/fleet', 'fleet'),
    r.dashboard('boats/fleet/new', 'fleet-new'),
    r.dashboard('boats/fleet/:boat', 'fleet-boat'),
  ],
})
