import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { actOnSelection } from '../act-on-selection.server'
import { outcomeHref, selectionPage } from '../desk-selection.server'
import { selectionRefusal } from '../desk-selection-words'
import { chosenIn, listChosenIn } from '../selection'
import { BackToList, SelectionPage } from '../ui/desk-selection'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query }) => selectionPage(db, ctx, 'confirmation', query))

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, query }) => {
  const done = actOnSelection(ctx, chosenIn(query, form), { act: 'confirmation' })
  if (!done.ok) return invalid({ refusal: selectionRefusal(ctx.i18n, done.refusal) })
  return seeOther(outcomeHref(ctx, 'confirmation', done.value, listChosenIn(query, form)))
})

export default function SelectionConfirmation() {
  const i18n = useI18n()
  const selection = useLoaderData<typeof loader>()
  return (
    <SelectionPage
      selection={selection}
      consequence={i18n.t('Each customer gets a mail at once, with the booking for their calendar.')}
      tone="good"
      refusal={useActionData<typeof action>()?.refusal}
    >
      <form id="act" method="post">
        <Actions>
          <Button>{i18n.t('Confirm them')}</Button>
          <BackToList list={selection.list} />
        </Actions>
      </form>
    </SelectionPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
