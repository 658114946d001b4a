import { setupI18n, type I18n } from '@lingui/core'
import { compileMessage, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import english from '~/words/en.json'
import portuguese from '~/words/pt-PT.json'
import { pseudo } from './pseudo'

/** The languages people can choose; the first is the default. */
export const languages = ['en', 'pt-PT'] as const
export type Language = (typeof languages)[number]

/** A language that nobody speaks: every sentence wears marks, so that a test finds what was never handed to `t`. */
export const pseudoLanguage = 'en-XA'

export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'pt-PT': 'Português' }

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}

const known = new Map<string, I18n>()

/** The words of a language, compiled once for the process. Unknown languages get the default one. */
export function i18nFor(language: string): I18n {
  const locale = isLanguage(language) || language === pseudoLanguage ? language : languages[0]
  let i18n = known.get(locale)
  if (!i18n) known.set(locale, (i18n = setUp(locale)))
  return i18n
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4); null where it names none of them. */
export function languageAccepted(header: string | null): Language | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const q = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find((value) => value !== undefined)
      return { tag, quality: q === undefined ? 1 : Number(q), index }
    })
    .filter(({ tag, quality }) => tag !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  for (const { tag } of wanted) {
    const base = tag.split('-')[0]
    const match = languages.find((language) => language.toLowerCase() === tag) ?? languages.find((language) => language.split('-')[0] === base)
    if (match) return match
  }
  return null
}

/** Builds something worded once for each language: a zod schema, a table of sentences. */
export function worded<T>(build: (i18n: I18n) => T): (i18n: I18n) => T {
  const made = new WeakMap<I18n, T>()
  return (i18n) => {
    let value = made.get(i18n)
    if (value === undefined) made.set(i18n, (value = build(i18n)))
    return value
  }
}

function setUp(locale: string): I18n {
  const translations: Readonly<Record<string, string>> = locale === 'pt-PT' ? portuguese : {}
  const messages: Record<string, CompiledMessage> = {}
  for (const sentence of Object.keys(english)) {
    const compiled = compileMessage(translations[sentence] || sentence)
    // A list of one is what `compileMessage` would make of a plain sentence with a placeholder: it is not compiled again at each use.
    const tokens = typeof compiled === 'string' ? [compiled] : compiled
    messages[sentence] = locale === pseudoLanguage ? pseudo(tokens) : tokens
  }
  const i18n = setupI18n({ locale, locales: locale === 'en' ? 'en-GB' : locale === pseudoLanguage ? 'en-GB' : locale, messages: { [locale]: messages } })
  // Sentences that are not in the catalogue yet are still shown, in English.
  const compiled = new Map<string, CompiledMessage>()
  i18n.setMessagesCompiler((sentence) => {
    const message = compiled.get(sentence) ?? compileMessage(sentence)
    compiled.set(sentence, message)
    return message
  })
  return i18n
}
