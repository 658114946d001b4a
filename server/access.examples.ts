import type { AccessExamples } from '~/kernel/access-examples'

// Whoever asks from this machine may read the figures, as long as no token guards them.
export default {
  'GET /healthz': {},
  'GET /readyz': {},
  'GET /metrics': {},
  'GET /images/:image': (town) => ({ params: { image: town.one("SELECT hash || '.webp' FROM picture_files WHERE format = 'webp' ORDER BY hash") } }),
} satisfies AccessExamples
