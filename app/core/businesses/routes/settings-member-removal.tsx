import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { userById } from '~/core/identity/index.server'
import { conflict, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { memberById, removeMember } from '../change-member.server'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'members.manage' } }, ({ db, ctx, params }) => {
  const member = memberById(db, ctx.businessId, params.member ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-member'))
  const name = userById(db, member.userId)?.name ?? ''
  return {
    title: `${ctx.i18n.t('Remove {name}?', { name })} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings/members/${member.memberId}`,
    name,
  }
})

export const action = guardedAction({ access: { needs: 'members.manage' } }, ({ ctx, params }) => {
  const answer = removeMember(ctx, params.member ?? '')
  if (answer.ok) return seeOther(`/dashboard/${ctx.business.slug}/settings/members`, { key: 'businesses.member-removed' })
  if (answer.refusal === 'unknown-member') notFound(refusalWords(ctx.i18n, answer.refusal))
  return conflict({ why: refusalWords(ctx.i18n, answer.refusal) })
})

export default function MemberRemoval() {
  const i18n = useI18n()
  const { back, name } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ConfirmPage
      back={{ href: back, label: name, nav: i18n.t('Back') }}
      title={i18n.t('Remove {name}?', { name })}
      consequence={<p>{i18n.t('They lose this dashboard at once. Their staff profile and all bookings stay. You can invite them again.')}</p>}
      details={answer && <Notice tone="bad" announce><p>{answer.why}</p></Notice>}
    >
      <form id="removal" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Remove the member')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Keep them')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
