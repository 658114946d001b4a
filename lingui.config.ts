import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-json'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'pt-PT'],
  // The English sentence is the id: a catalogue maps it to the sentence people see.
  format: formatter({ style: 'minimal' }),
  orderBy: 'messageId',
  catalogs: [
    {
      path: 'app/words/{locale}',
      include: ['app', 'server', 'jobs'],
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/node_modules/**'],
    },
  ],
})
