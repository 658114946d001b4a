import type { AccessExamples } from '~/kernel/access-examples'

// Whoever asks from this machine may read the figures, as long as no token guards them.
export default {
  'GET /healthz': {},
  'GET /readyz': {},
  'GET /metrics': {},
} satisfies AccessExamples
