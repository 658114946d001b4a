import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { openInvitations, withdrawInvitation } from '../invite-member.server'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'members.manage' } }, ({ db, ctx, params }) => {
  const isOpen = openInvitations(db, ctx.businessId, ctx.now).some((open) => open.id === params.invitation)
  if (!isOpen) notFound(ctx.i18n.t('We find no such invitation here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/members`)
})

export const action = guardedAction({ access: { needs: 'members.manage' } }, ({ ctx, params }) => {
  const answer = withdrawInvitation(ctx, params.invitation ?? '')
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/members`, { key: 'businesses.invitation-withdrawn' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function InvitationWithdrawal() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
