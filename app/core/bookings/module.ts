import { defineModule } from '../../kernel/define-module'

const everybody = ['owner', 'manager', 'staff'] as const

export default defineModule({
  id: 'bookings',
  folder: 'core/bookings',
  permissions: {
    /** Their own diary; who may read all sees everybody's. */
    'bookings.read': everybody,
    'bookings.read-all': ['owner', 'manager'],
    'bookings.manage': everybody,
    'payments.take': everybody,
    'calendar.block': everybody,
  },
  navigation: [
    { to: 'overview', label: (i18n) => i18n.t('Overview'), icon: 'sun', needs: 'bookings.read', order: 10 },
    { to: 'calendar', label: (i18n) => i18n.t('Calendar'), icon: 'calendar', needs: 'bookings.read', order: 20 },
    { to: 'bookings', label: (i18n) => i18n.t('Bookings'), icon: 'list', needs: 'bookings.read', order: 30 },
  ],
  quickActions: [{ to: 'blocks', label: (i18n) => i18n.t('Block time'), icon: 'ban', needs: 'calendar.block', takesTime: true }],
  messages: {
    'bookings.confirmed': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is confirmed, and the customer is told.', { reference }) }),
    'bookings.declined': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is declined. Its time is free again, and the customer is told why.', { reference }) }),
    'bookings.cancelled-by-us': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is cancelled. Its time is free again, and the customer is told why.', { reference }) }),
    'bookings.completed': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is marked as completed.', { reference }) }),
    'bookings.no-show': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is marked as a no-show.', { reference }) }),
    'bookings.payment-taken': (i18n) => ({ text: i18n.t('The payment is noted.') }),
    'bookings.payment-undone': (i18n) => ({ text: i18n.t('The payment is taken back.') }),
    'bookings.noted': (i18n) => ({ text: i18n.t('Your note is saved. The customer does not see it.') }),
    'bookings.reassigned': (i18n) => ({ text: i18n.t('The visit is given to somebody else.') }),
    'bookings.links-revoked': (i18n) => ({ text: i18n.t('No link sent so far opens this booking any more.') }),
    'bookings.moved-by-us': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is moved, and the customer is told.', { reference }) }),
    'bookings.move-granted': (i18n) => ({ text: i18n.t('The new time is granted, and the customer is told.') }),
    'bookings.move-declined': (i18n) => ({ text: i18n.t('The booking stays where it was, and the customer is told why.') }),
    'bookings.placed-at-desk': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} is booked.', { reference }) }),
    'bookings.blocked': (i18n, { business = '', block = '' }) => ({
      text: i18n.t('The time is blocked.'),
      next: { href: `/dashboard/${business}/blocks/${block}/removal`, label: i18n.t('Undo') },
    }),
    'bookings.reminders-stopped': (i18n) => ({ text: i18n.t('We no longer remind you of this booking.') }),
    'bookings.unblocked': (i18n) => ({ text: i18n.t('The time is free again.') }),
  },
  routes: (r) => [
    r.public('bookings/:reference/reminders', 'stop-reminders'),
    r.public('dashboard', 'desk-businesses'),
    r.dashboard('', 'desk-index'),
    r.dashboard('overview', 'desk-overview'),
    r.dashboard('bookings', 'desk-bookings'),
    r.dashboard('bookings/:reference', 'desk-booking'),
    r.dashboard('bookings/:reference/confirmation', 'desk-confirmation'),
    r.dashboard('bookings/:reference/refusal', 'desk-refusal'),
    r.dashboard('bookings/:reference/cancellation', 'desk-cancellation'),
    r.dashboard('bookings/:reference/completion', 'desk-completion'),
    r.dashboard('bookings/:reference/no-show', 'desk-no-show'),
    r.dashboard('bookings/:reference/payments', 'desk-payments'),
    r.dashboard('bookings/:reference/payments/:payment/undoing', 'desk-payment-undoing'),
    r.dashboard('bookings/:reference/note', 'desk-note'),
    r.dashboard('bookings/:reference/assignment', 'desk-assignment'),
    r.dashboard('bookings/:reference/links', 'desk-links'),
    r.dashboard('bookings/:reference/move-answer', 'desk-move-answer'),
  ],
})
