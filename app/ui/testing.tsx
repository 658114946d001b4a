import { setupI18n } from '@lingui/core'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, type MockInstance, vi } from 'vitest'
import { WordsProvider } from '~/platform/words/use-i18n'

export const i18n = setupI18n({ locale: 'en', messages: { en: {} } })

/** Renders as the server does and holds the rules of every page: no script, no style attribute, no id twice, every reference met. */
export function render(page: ReactNode): string {
  const html = renderToStaticMarkup(<WordsProvider value={i18n}>{page}</WordsProvider>)
  expect(html).not.toContain('<script')
  expect(html).not.toMatch(/\sstyle=/)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, names = ''] of html.matchAll(/(?:\sfor|aria-labelledby|aria-describedby)="([^"]+)"/g)) {
    for (const name of names.split(' ')) expect(ids).toContain(name)
  }
  return html
}

/** React complains about keys and attributes on the console only; in these tests that is a failure. */
export function complaintsFail(): void {
  let complaints: MockInstance<typeof console.error>
  beforeEach(() => {
    complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  })
  afterEach(() => {
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
  })
}
