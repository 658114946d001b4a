import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /': {},
  'GET /search': { query: { q: 'cut', place: 'Lisbon', category: 'hairdressers' } },
  'GET /b/:business': {},
} satisfies AccessExamples
