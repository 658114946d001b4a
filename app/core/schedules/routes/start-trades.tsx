import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { pageTitle } from '~/ui/page-title'
import { answerStart, startChoices } from '../answer-start.server'
import { StartPage } from '../ui/start-page'

export const loader = guarded({ access: 'account' }, ({ ctx }) => startChoices(ctx))

export const action = guardedAction({ access: 'account' }, ({ ctx, form }) => answerStart(ctx, ctx.account.id, form, 'trades'))

/** Opened without a post it begins at the beginning: what was typed lives in the forms alone. */
export default function StartTrades() {
  const choices = useLoaderData<typeof loader>()
  const { step, values, result } = useActionData<typeof action>() ?? { step: 'name', values: {}, result: null }
  return <StartPage step={step} values={values} result={result} choices={choices} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
