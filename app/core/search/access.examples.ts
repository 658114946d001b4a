import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /': {},
  'GET /search': { query: { q: 'cut', place: 'Lisbon' } },
  'GET /b/:business': {},
} satisfies AccessExamples
