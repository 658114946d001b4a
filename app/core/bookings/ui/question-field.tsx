import { useI18n } from '~/platform/words/use-i18n'
import { RadioGroup } from '~/ui/choice-field'
import type { FormField } from '~/ui/field'
import { TextArea, TextField } from '~/ui/text-field'
import type { Question } from '../answers.server'

/** A question that is asked of who books, by its kind. */
export function QuestionField({ question, field }: { question: Question; field: FormField | undefined }) {
  const i18n = useI18n()
  if (!field) return null
  const frame = { field, label: question.label, hint: question.hint ?? undefined }
  switch (question.kind) {
    case 'text':
      return <TextField {...frame} autoComplete="off" enterKeyHint="next" />
    case 'long-text':
      return <TextArea {...frame} />
    case 'choice':
      return <RadioGroup {...frame} choices={question.options.map((option) => ({ value: option, label: option }))} />
    case 'yes-no':
      return (
        <RadioGroup
          {...frame}
          inline
          choices={[
            { value: 'yes', label: i18n.t('Yes') },
            { value: 'no', label: i18n.t('No') },
          ]}
        />
      )
  }
}
