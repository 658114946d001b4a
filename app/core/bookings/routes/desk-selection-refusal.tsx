import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-field'
import { actOnSelection } from '../act-on-selection.server'
import { reasonForm } from '../desk-forms'
import { outcomeHref, selectionPage } from '../desk-selection.server'
import { selectionRefusal } from '../desk-selection-words'
import { chosenIn, listChosenIn } from '../selection'
import { BackToList, SelectionPage } from '../ui/desk-selection'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query }) => selectionPage(db, ctx, 'refusal', query))

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, query }) => {
  const read = readForm(form, reasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const done = actOnSelection(ctx, chosenIn(query, form), { act: 'refusal', reason: read.value.reason })
  if (!done.ok) return invalid({ result: read.again({ '': selectionRefusal(ctx.i18n, done.refusal) }) })
  return seeOther(outcomeHref(ctx, 'refusal', done.value, listChosenIn(query, form)))
})

export default function SelectionRefusal() {
  const i18n = useI18n()
  const selection = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({
    id: 'act',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(reasonForm(i18n)),
  })
  return (
    <SelectionPage
      selection={selection}
      consequence={i18n.t('Each customer gets a mail with your reason and everything they paid goes back. The times are free for others at once. This cannot be taken back.')}
      tone="bad"
      before={<ErrorSummary form={form} />}
    >
      <form className="stack" id={form.id} method="post">
        <TextArea field={fields.reason} label={i18n.t('Reason')} hint={i18n.t('Every one of these customers reads these words in the mail.')} />
        <Actions>
          <Button variant="danger">{i18n.t('Decline them')}</Button>
          <BackToList list={selection.list} />
        </Actions>
      </form>
    </SelectionPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
