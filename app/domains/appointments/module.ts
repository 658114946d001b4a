import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'appointments',
  folder: 'domains/appointments',
  trade: {
    domain: 'appointments',
    label: (i18n) => i18n.t('Appointments'),
    about: (i18n) => i18n.t('People come at a time of their choice: hairdressers, practices, workshops, tables.'),
    icon: 'clock',
  },
  permissions: {
    'appointments.read': ['owner', 'manager', 'staff'],
    'appointments.manage': ['owner', 'manager'],
  },
  routes: (r) => [
    r.business('appointments/:service', 'service'),
    r.business('appointments/:service/times', 'times'),
    r.business('appointments/:service/book', 'book'),
    r.public('bookings/:reference/move', 'move'),
  ],
})
