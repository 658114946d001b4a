import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { usersByIds } from '~/core/identity/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { openInvitations } from '../invite-member.server'
import { membersOf, staffOf } from '../queries.server'
import { roleName } from '../words'

export const loader = guarded({ access: { needs: 'members.manage' } }, ({ db, ctx }) => {
  const members = membersOf(db, ctx.businessId)
  const users = usersByIds(db, members.map((member) => member.userId))
  const profiles = new Map(staffOf(db, ctx.businessId).map((person) => [person.id, person.name]))
  return {
    title: `${ctx.i18n.t('Members')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/settings`,
    zone: ctx.business.timeZone,
    members: members.map(({ memberId: id, userId, role, staffId, createdAt }) => ({
      id,
      name: users.get(userId)?.name ?? '',
      email: users.get(userId)?.email ?? '',
      role,
      profile: staffId === null ? null : (profiles.get(staffId) ?? null),
      since: createdAt,
    })),
    invitations: openInvitations(db, ctx.businessId, ctx.now).map(({ id, email, role, expiresAt }) => ({ id, email, role, expiresAt })),
  }
})

export default function Members() {
  const i18n = useI18n()
  const { base, zone, members } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={base} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Members')}>
        <Actions small>
          <Button variant="quiet" icon="plus" href={`${base}/members/invite`}>
            {i18n.t('Invite somebody')}
          </Button>
        </Actions>
      </TitleLine>
      <DataTable
        caption={i18n.t('{count, plural, one {# member} other {# members}}', { count: members.length })}
        fold
        rows={members}
        rowKey={(member) => member.id}
        columns={[
          { key: 'name', heading: i18n.t('Name'), names: true, cell: (member) => <a href={`${base}/members/${member.id}`}>{member.name}</a> },
          { key: 'email', heading: i18n.t('E-mail'), cell: (member) => member.email },
          { key: 'role', heading: i18n.t('Role'), cell: (member) => roleName(i18n, member.role) },
          { key: 'profile', heading: i18n.t('Staff profile'), cell: (member) => member.profile ?? i18n.t('None') },
          { key: 'since', heading: i18n.t('Since'), cell: (member) => <Time at={member.since} zone={zone} show="date" /> },
        ]}
      />
      <Invitations />
    </div>
  )
}

function Invitations() {
  const i18n = useI18n()
  const { base, zone, invitations } = useLoaderData<typeof loader>()
  return (
    <Section id="invitations" title={i18n.t('Invitations that wait')}>
      {invitations.length === 0 ? (
        <p>{i18n.t('Nobody is invited at the moment. An invitation is a mail with a link that works for fourteen days.')}</p>
      ) : (
        <DataTable
          caption={i18n.t('{count, plural, one {# invitation} other {# invitations}}', { count: invitations.length })}
          fold
          rows={invitations}
          rowKey={(invitation) => invitation.id}
          columns={[
            { key: 'email', heading: i18n.t('E-mail'), names: true, cell: (invitation) => invitation.email },
            { key: 'role', heading: i18n.t('Role'), cell: (invitation) => roleName(i18n, invitation.role) },
            { key: 'until', heading: i18n.t('Works until'), cell: (invitation) => <Time at={invitation.expiresAt} zone={zone} show="date" /> },
            {
              key: 'act',
              heading: i18n.t('Act'),
              place: 'end',
              cell: (invitation) => (
                <PostButton action={`${base}/invitations/${invitation.id}/withdrawal`} variant="plain">
                  {i18n.t('Withdraw')} <span className="sr">{invitation.email}</span>
                </PostButton>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
