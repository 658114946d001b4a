import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { I18n } from '@lingui/core'
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { Page } from 'playwright-core'
import { i18nFor } from '~/platform/words/i18n'
import { root } from '../serving'

/** A sentence of the catalogue in the reader's language, with its values. */
export type Say = (sentence: string, values?: Record<string, unknown>) => string

/** Speaks as pages do to a browser of this language. Throws for a sentence that no page says. */
export function speaker(language: string): Say {
  const i18n = wordsOf(language)
  return (sentence, values) => {
    if (!(sentence in catalogue('en'))) throw new Error(`No page says “${sentence}”`)
    return i18n._(sentence, values)
  }
}

/** The words that a browser of this language gets. */
export function wordsOf(language: string): I18n {
  return i18nFor(language.startsWith('pt') ? 'pt-PT' : 'en')
}

/** Every piece of text on a page that somebody reads or hears. */
export function textsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const texts = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('style, script, [aria-hidden=true], option')) texts.push(walker.currentNode.data)
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [alt], [title]')) {
      for (const name of ['aria-label', 'placeholder', 'alt', 'title']) texts.push(element.getAttribute(name) ?? '')
    }
    return texts.map((text) => text.replaceAll(/\\s+/g, ' ').trim()).filter(Boolean)
  })()`)
}

/** Those of the texts that are an English sentence of the catalogue, of which Portuguese says something else. */
export function englishAmong(texts: readonly string[]): string[] {
  return texts.filter((text) => englishSentences().some((sentence) => sentence.test(text)))
}

let sentences: RegExp[] | undefined

function englishSentences(): RegExp[] {
  const portuguese = catalogue('pt-PT')
  return (sentences ??= Object.keys(catalogue('en'))
    .filter((sentence) => portuguese[sentence] !== sentence)
    .map((sentence) => compileMessage(sentence))
    // What is nearly all values, such as “{time} in {place}”, would know its like in what a business wrote itself.
    .filter((tokens) => lettersIn(tokens) >= (isPlain(tokens) ? 2 : 12))
    .map((tokens) => new RegExp(`^${patternOf(tokens)}$`, 'u')))
}

function isPlain(tokens: CompiledMessage): boolean {
  return typeof tokens === 'string' || tokens.every((token) => typeof token === 'string')
}

function lettersIn(tokens: CompiledMessage): number {
  const literal = typeof tokens === 'string' ? tokens : tokens.map((token) => (typeof token === 'string' ? token : '')).join('')
  return literal.replaceAll(/\P{L}/gu, '').length
}

// Strings, [name], or [name, 'plural', { one: tokens, other: tokens }].
function patternOf(tokens: CompiledMessage): string {
  if (typeof tokens === 'string') return escaped(tokens)
  return tokens
    .map((token) => {
      if (typeof token === 'string') return token === '#' ? '[\\d.,  ]+' : escaped(token)
      const branches: unknown = token[2]
      if (typeof branches !== 'object' || branches === null) return '.+'
      return `(?:${Object.values(branches).filter((branch) => Array.isArray(branch) || typeof branch === 'string').map((branch) => patternOf(branch as CompiledMessage)).join('|')})`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

const catalogues = new Map<string, Readonly<Record<string, string>>>()

export function catalogue(language: 'en' | 'pt-PT'): Readonly<Record<string, string>> {
  let known = catalogues.get(language)
  if (!known) catalogues.set(language, (known = JSON.parse(readFileSync(join(root, 'app', 'words', `${language}.json`), 'utf8')) as Record<string, string>))
  return known
}
