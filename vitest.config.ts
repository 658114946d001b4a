import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: { alias: { '~/': `${here('./app')}/`, '#db/': `${here('./db')}/` } },
  test: {
    include: ['{app,db,jobs,server,tests,scripts}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/refuse-network.ts'],
    pool: 'forks',
    poolOptions: { forks: { maxForks: 2, minForks: 1 } },
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
