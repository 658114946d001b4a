import type { AccessExamples } from '~/kernel/access-examples'

export default { 'GET /help': {}, 'GET /privacy': {}, 'GET /accessibility': {} } satisfies AccessExamples
