import type { I18n } from '@lingui/core'
import { useI18n } from '~/platform/words/use-i18n'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import type { AskedStay, DateName } from '../asked-stay'

export const stayFormId = 'stay'

/** All dates that the form of a stay was sent without, for the top of the page; nothing where it lacks none. */
export function LackingDates({ asked }: { asked: AskedStay }) {
  const i18n = useI18n()
  const names = Object.keys(asked.lacking) as DateName[]
  return <ErrorSummary form={{ id: stayFormId, allErrors: Object.fromEntries(names.map((name) => [name, [lackingWords(i18n, name)]])) }} />
}

/** A date of the form of a stay, with what was typed and what is wrong with it. */
export function dateField(i18n: I18n, { arrive, depart, lacking }: AskedStay, name: DateName): FormField {
  const id = `${stayFormId}-${name}`
  return {
    id,
    errorId: `${id}-error`,
    name,
    required: true,
    initialValue: (name === 'from' ? arrive : depart) ?? lacking[name],
    errors: lacking[name] === undefined ? undefined : [lackingWords(i18n, name)],
  }
}

function lackingWords(i18n: I18n, name: DateName): string {
  return name === 'from' ? i18n.t('Choose the day you arrive') : i18n.t('Choose the day you leave')
}
