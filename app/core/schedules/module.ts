import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'schedules',
  folder: 'core/schedules',
  permissions: { 'hours.manage': ['owner', 'manager'] },
  navigation: [{ to: 'hours', label: (i18n) => i18n.t('Hours'), icon: 'clock', needs: 'hours.manage', order: 65 }],
  messages: {
    'schedules.saved': (i18n) => ({ text: i18n.t('The hours are saved.') }),
    'schedules.saved-over': (i18n, { count = '0' }) => ({
      text: i18n.t('{count, plural, one {The hours are saved. # booking lies outside of them and stays booked: it is named below.} other {The hours are saved. # bookings lie outside of them and stay booked: they are named below.}}', { count: Number(count) }),
    }),
    'schedules.removed': (i18n) => ({ text: i18n.t('It is removed. The week’s hours hold again on these days.') }),
    'schedules.opened': (i18n, { business }) => ({
      text: i18n.t('Your business is open. Add the people whom customers meet, then what you offer.'),
      next: { href: `/dashboard/${business}/staff/new`, label: i18n.t('Add somebody') },
    }),
  },
  routes: (r) => [
    r.public('start', 'start'),
    r.public('start/trades', 'start-trades'),
    r.public('start/place', 'start-place'),
    r.dashboard('hours', 'hours'),
    r.dashboard('hours/:owner', 'hours-owner'),
    r.dashboard('hours/:owner/exceptions/new', 'hours-exception-new'),
    r.dashboard('hours/:owner/exceptions/removal', 'hours-exception-removal'),
    r.dashboard('hours/:owner/days-off/new', 'hours-days-off-new'),
  ],
})
