import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /*': {},
  'POST /*': { body: { anything: 'at all' } },
  'GET /dashboard/:business/menu': {},
} satisfies AccessExamples
