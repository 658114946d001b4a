import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'waiting-list',
  folder: 'core/waiting-list',
  permissions: {
    'waiting-list.run': ['owner', 'manager', 'staff'],
    'waiting-list.settings': ['owner', 'manager'],
  },
  messages: {
    'waiting-list.joined': (i18n) => ({ text: i18n.t('You are on the waiting list. We have sent you a mail with a link to this page.') }),
    'waiting-list.waits-already': (i18n) => ({ text: i18n.t('This address waits for that already, and keeps its place. The link to it is in the mail that we sent there.') }),
    'waiting-list.left': (i18n) => ({ text: i18n.t('You are no longer on the waiting list.') }),
    'waiting-list.removed': (i18n) => ({ text: i18n.t('The entry is taken off the waiting list. Nothing is sent.') }),
    'waiting-list.offered': (i18n) => ({ text: i18n.t('The places are kept for them, and they are asked by mail.') }),
    'waiting-list.settings-saved': (i18n) => ({ text: i18n.t('That is how free places are offered from now on.') }),
  },
  routes: (r) => [
    r.business('waiting-list/:session', 'join'),
    r.business('waiting-list/entries/:entry', 'entry'),
    r.business('waiting-list/entries/:entry/leaving', 'leaving'),
    r.dashboard('waiting-list/:session', 'desk-line'),
    r.dashboard('waiting-list/:session/entries/:entry/offer', 'desk-offer'),
    r.dashboard('waiting-list/:session/entries/:entry/removal', 'desk-removal'),
    r.dashboard('settings/waiting-list', 'settings-waiting-list'),
  ],
})
