import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /account/notifications': { query: { show: 'unread', kind: 'visit-reminder' } },
  'POST /account/notifications': { body: { act: 'read-all' } },
  'GET /account/notification-preferences': {},
  'POST /account/notification-preferences': { body: { wanted: 'visit-reminder email' } },
} satisfies AccessExamples
