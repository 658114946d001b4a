import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { pageTitle } from '~/ui/page-title'
import { profilePicture } from '../queries.server'
import { removeProfilePicture } from '../save-picture.server'
import { RemovePage } from '../ui/remove-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => {
  const picture = profilePicture(db, ctx.account.id)
  if (!picture) throw seeOther('/account/picture')
  return { title: ctx.i18n.t('Remove this picture?'), back: { href: '/account/picture', label: ctx.i18n.t('Your picture') }, picture }
})

export const action = guardedAction({ access: 'account' }, ({ ctx }) => {
  // Whoever presses twice has what they want.
  removeProfilePicture(ctx, ctx.account.id)
  return seeOther('/account/picture', { key: 'pictures.removed' })
})

export default function AccountPictureRemoval() {
  return <RemovePage {...useLoaderData<typeof loader>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
