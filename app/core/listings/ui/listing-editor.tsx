import { useForm, type DefaultValue, type SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import type { Option } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Spread, TitleLine } from '~/ui/page'
import type { Asked } from '../editor.server'

/** What there is to choose from in the editors of all trades. */
export interface EditorChoices {
  readonly stores: readonly Option[]
  readonly categories: readonly Option[]
  /** What the category that the listing is in asks. */
  readonly asked: Asked
  readonly policies: readonly Option[]
  /** What the business's own terms of payment are. */
  readonly businessTerms: string
}

/** What the editor of a trade is given; `More` is what it offers beside that to choose from. */
export interface EditorProps<More = object> {
  readonly values: Record<string, unknown>
  readonly choices: EditorChoices & More
  /** What came back where it was sent and not saved. */
  readonly answer: { readonly result: SubmissionResult; readonly asked: Asked } | undefined
  /** The words on the button that saves. */
  readonly save: string
  readonly back: string
}

interface ListingForm {
  readonly id: string
  readonly values: Record<string, unknown>
  readonly lastResult: SubmissionResult | undefined
  readonly constraint: Readonly<Record<string, { readonly required: true; readonly maxLength?: number }>>
}

/** The form of a trade's editor, which browsers check without scripts too. */
export function useListingForm<Input extends Record<string, unknown>>({ id, values, lastResult, constraint }: ListingForm) {
  return useForm<Input>({
    id,
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: values as DefaultValue<Input>,
    constraint: constraint as Parameters<typeof useForm<Input>>[0]['constraint'],
    defaultNoValidate: false,
  })
}

interface ListingEditorProps {
  readonly form: Parameters<typeof ErrorSummary>[0]['form']
  readonly save: string
  readonly back: string
  /** What stands in the column beside the form, and what it is called. */
  readonly aside: ReactNode
  readonly label: string
  readonly children: ReactNode
}

/** The frame of every editor of a listing. The button that saves it from above is also the one that Enter presses. */
export function ListingEditor({ form, save, back, aside, label, children }: ListingEditorProps) {
  const i18n = useI18n()
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Spread label={label} width="wide" aside={aside}>
          {children}
        </Spread>
        <div className="section after">
          <Actions>
            <Button>{save}</Button>
            <Button variant="plain" href={back}>
              {i18n.t('Back')}
            </Button>
          </Actions>
        </div>
      </form>
    </>
  )
}

interface EditorPageProps {
  readonly title: string
  readonly back: string
  /** What stands on the page that `back` leads to. */
  readonly backTo: string
  /** The id of the editor's form, which is saved from above too. */
  readonly editorId: string
  readonly save: string
  readonly children: ReactNode
}

/** A page that holds nothing but an editor. */
export function EditorPage({ title, back, backTo, editorId, save, children }: EditorPageProps) {
  const i18n = useI18n()
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={backTo} nav={i18n.t('Back')} />
      <TitleLine title={title}>
        <Actions small>
          <Button variant="quiet" form={editorId}>
            {save}
          </Button>
        </Actions>
      </TitleLine>
      {children}
    </div>
  )
}
