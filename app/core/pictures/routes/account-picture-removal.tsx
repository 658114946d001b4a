import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { pageTitle } from '~/ui/page-title'
import { profilePicture } from '../queries.server'
import { refusalWords } from '../refusals'
import { removeProfilePicture } from '../save-picture.server'
import { RemovePage } from '../ui/remove-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Remove this picture?'),
  back: { href: '/account/picture', label: ctx.i18n.t('Your picture') },
  picture: profilePicture(db, ctx.account.id) ?? notFound(refusalWords(ctx.i18n, 'unknown-picture'), { href: '/account/picture', label: ctx.i18n.t('Your picture') }),
}))

export const action = guardedAction({ access: 'account' }, ({ ctx }) => {
  const answer = removeProfilePicture(ctx, ctx.account.id)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther('/account/picture', { key: 'pictures.removed' })
})

export default function AccountPictureRemoval() {
  return <RemovePage {...useLoaderData<typeof loader>()} />
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
