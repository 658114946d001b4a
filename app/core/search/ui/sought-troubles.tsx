import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Notice } from '~/ui/notice'
import { datesSought, type Sought, type Trouble } from '../sought'

/** What of a search does not count as it is typed, above what was found. */
export function SoughtTroubles({ sought, troubles }: { readonly sought: Sought; readonly troubles: readonly Trouble[] }) {
  const i18n = useI18n()
  if (troubles.length === 0) return null
  return (
    <Notice tone="wait" icon="alert">
      {[...new Set(troubles.map((trouble) => troubleWords(i18n, sought, trouble)))].map((words) => (
        <p key={words}>{words}</p>
      ))}
    </Notice>
  )
}

function troubleWords(i18n: I18n, sought: Sought, trouble: Trouble): string {
  const dates = datesSought(sought)
  const date = (text = '') => (text === '' ? '' : formatDay(i18n.locale, text, 'date'))
  switch (trouble.kind) {
    case 'turned':
      return i18n.t('The second date lies before the first: what you see is for {date} alone.', { date: date(dates?.from) })
    case 'too-many-days':
      return i18n.t('A search looks at {most} days at most: what you see is for {from} to {to}.', { most: trouble.most, from: date(dates?.from), to: date(dates?.to) })
    case 'too-many-people':
      return i18n.t('A search looks for {most} people at most: what you see has room for as many.', { most: trouble.most })
    case 'people-alone':
      return i18n.t('Choose a date too: how many people there is room for depends on it.')
    case 'unread':
      return i18n.t('“{text}” could not be read, and was left out.', { text: trouble.text })
  }
}
