import { useForm, type FormMetadata, type SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import type { FormField } from '~/ui/field'
import { HiddenField } from '~/ui/hidden-field'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { CustomerFields } from './customer-fields'

/** The form in which a member books so many of each kind: its fields by their names. `counts` names those that say how many. */
export function useDeskOrder({ key, counts, result }: { readonly key: string; readonly counts: readonly string[]; readonly result: unknown }) {
  const [form, fields] = useForm<Record<string, string>>({
    id: 'order',
    lastResult: result as SubmissionResult<string[]> | undefined,
    defaultValue: { key, ...Object.fromEntries(counts.map((name) => [name, '0'])) },
    constraint: { name: { required: true, maxLength: 200 } },
    defaultNoValidate: false,
  })
  return { form, field: (name: string) => fieldOf(fields, name) }
}

interface DeskOrderProps {
  readonly order: { readonly form: FormMetadata<Record<string, string>>; readonly field: (name: string) => FormField }
  readonly title: string
  /** The date that is booked, and its page. */
  readonly when: string
  readonly back: string
  /** What the customer gets by mail. */
  readonly mailHint: string
  readonly verb: string
  /** What is booked. */
  readonly children: ReactNode
}

/** Books a date for a customer: what, in the trade's own fields, then for whom. */
export function DeskOrder({ order: { form, field }, title, when, back, mailHint, verb, children }: DeskOrderProps) {
  const i18n = useI18n()
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={when} nav={i18n.t('Back')} />
      <TitleLine title={title} />
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        {children}
        <Section id="who" title={i18n.t('The customer')}>
          <div className="stack fields">
            <CustomerFields fields={{ name: field('name'), phone: field('phone'), email: field('email'), note: field('note') }} mailHint={mailHint} />
            <HiddenField field={field('key')} />
          </div>
        </Section>
        <Actions>
          <Button icon="check">{verb}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

// conform answers a field for whatever name it is asked for.
function fieldOf(fields: Readonly<Record<string, FormField>>, name: string): FormField {
  const field = fields[name]
  if (!field) throw new Error(`The form has no field ${name}`)
  return field
}
