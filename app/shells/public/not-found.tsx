import { notFound } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import type { Ctx } from '~/kernel/ctx'

export const loader = guarded({ access: 'public' }, ({ ctx }) => nothingHere(ctx))
export const action = guardedAction({ access: 'public' }, ({ ctx }) => nothingHere(ctx))

function nothingHere({ i18n }: Ctx): null {
  notFound(i18n.t('The address may be mistyped, or the page may have moved.'))
}

export default function NotFound() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
