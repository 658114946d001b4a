import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The server bundle starts at our Express shell, so that shell and routes share one set of modules: one database, one set of limits. */
function serverEntry(): Plugin {
  return {
    name: 'guildhall-server-entry',
    config: (_, { isSsrBuild, command }) =>
      isSsrBuild && command === 'build' ? { build: { rollupOptions: { input: 'server/index.ts' } } } : undefined,
  }
}

export default defineConfig({
  plugins: [remix(remixConfig), serverEntry()],
  resolve: { alias: { '~/': `${here('./app')}/`, '#db/': `${here('./db')}/` } },
  // The camera's script fetches its decoder only where the browser has none of its own.
  worker: { format: 'es' },
  build: { assetsInlineLimit: 0, target: 'es2022' },
})
