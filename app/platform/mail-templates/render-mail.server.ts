import type { I18n } from '@lingui/core'
import { toPlainText } from '@react-email/render'
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { WordsProvider } from '../words/use-i18n'

/** A mail as it is written, before anybody is named as its reader: it goes into `enqueueMail` as it is. */
export interface MailContent {
  /** Which template wrote it, for the admin's lists. */
  readonly template: string
  readonly subject: string
  readonly html: string
  readonly text: string
}

/**
 * Renders a template in the reader's language, as HTML and as text. Synchronous, so that a mail can be written in the transaction that
 * calls for it: react-email's own `render` answers a promise.
 */
export function renderMail(i18n: I18n, element: ReactElement): { html: string; text: string } {
  const markup = renderToStaticMarkup(createElement(WordsProvider, { value: i18n }, element))
  return { html: `<!DOCTYPE html>${markup}`, text: toPlainText(markup, textOptions) }
}

const textOptions: Parameters<typeof toPlainText>[1] = {
  wordwrap: 72,
  selectors: [
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: '[data-text-format="dataTable"]', format: 'dataTable', options: { colSpacing: 2, uppercaseHeaderCells: false, maxColumnWidth: 50 } },
    // "--" on a line of its own: what follows is the signature.
    { selector: 'hr', format: 'horizontalLine', options: { length: 2 } },
  ],
}
