import type { I18n } from '@lingui/core'
import { createContext, useContext } from 'react'

const WordsContext = createContext<I18n | null>(null)

/** Gives every component below it the reader's language; the document and each mail stand in one. */
export const WordsProvider = WordsContext.Provider

/** The reader's words: `i18n.t('Choose a time')`. Throws outside a WordsProvider. */
export function useI18n(): I18n {
  const i18n = useContext(WordsContext)
  if (!i18n) throw new Error('useI18n needs a WordsProvider above it')
  return i18n
}
