import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'admission',
  folder: 'core/admission',
  permissions: {
    /** Whoever works there may stand at the door, whosever diary it is. */
    'admission.run': ['owner', 'manager', 'staff'],
  },
  navigation: [{ to: 'door', label: (i18n) => i18n.t('The door'), icon: 'door', needs: 'admission.run', forSessions: true, order: 35 }],
  messages: {
    'admission.undone': (i18n) => ({ text: i18n.t('Undone. They count as not come yet, and the ticket opens the door again.') }),
    'admission.absent-marked': (i18n, { marked = '0', left = '0' }) => ({
      text:
        left === '0'
          ? i18n.t('{marked, plural, one {# booking is} other {# bookings are}} marked as no-shows.', { marked: Number(marked) })
          : i18n.t('{marked, plural, one {# booking is} other {# bookings are}} marked as no-shows, {left} are left: do it once more.', { marked: Number(marked), left: Number(left) }),
    }),
    'admission.tickets-replaced': (i18n, { reference = '' }) => ({ text: i18n.t('{reference} has new tickets, and no earlier code opens the door. Whoever left an e-mail address gets them by mail.', { reference }) }),
  },
  routes: (r) => [
    r.public('bookings/:reference/tickets', 'tickets'),
    r.bare('bookings/:reference/tickets.pdf', 'tickets-file'),
    r.public('t/:code', 'ticket-link'),
    r.dashboard('door', 'door'),
    r.dashboard('door/:session', 'door-session'),
    r.dashboard('door/:session/admissions/:act/undoing', 'door-undoing'),
    r.dashboard('door/:session/absences', 'absences'),
    r.dashboard('attendees/:session', 'attendees'),
    r.dashboard('attendees/:session/manifest', 'manifest'),
    r.bare('dashboard/:business/attendees/:session/attendees.csv', 'attendees-file'),
    r.dashboard('bookings/:reference/tickets', 'desk-tickets'),
  ],
})
