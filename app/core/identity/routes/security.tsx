import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Db } from '~/platform/database.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { logInProviders } from '~/platform/log-in-providers'
import { isOffered } from '~/platform/oauth.server'
import { hasPassword } from '../confirm-password.server'
import { logInsOf, type LogInOutcome } from '../log-ins.server'
import { providerLogInsOf } from '../provider-log-ins.server'
import { sessionsOf } from '../sessions.server'
import { WaysIn } from '../ui/ways-in'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Security'),
  zone: ctx.zone ?? 'UTC',
  sessions: sessionsOf(db, ctx.account.id, ctx.now).map((session) => ({ ...session, present: session.hash === ctx.account.sessionHash })),
  logIns: logInsOf(db, ctx.account.id),
  hasPassword: hasPassword(db, ctx.account.id),
  providers: providersOf(db, ctx.account.id),
}))

// One that is linked is shown whether or not its keys are set now: it could be taken away.
function providersOf(db: Db, userId: string) {
  const linked = new Map(providerLogInsOf(db, userId).map(({ provider, linkedAt }) => [provider, linkedAt]))
  return logInProviders.filter((provider) => isOffered(provider) || linked.has(provider)).map((provider) => ({ provider, linkedAt: linked.get(provider) ?? null }))
}

export default function Security() {
  const i18n = useI18n()
  const { title, zone, sessions, logIns, hasPassword, providers } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <h1>{title}</h1>
      <Section id="ways-in" title={i18n.t('How you log in')}>
        <WaysIn zone={zone} hasPassword={hasPassword} providers={providers} />
      </Section>
      <Section id="sessions" title={i18n.t('Where you are logged in')}>
        <p className="soft">{i18n.t('Do you not know one of these? Log it out and change your password.')}</p>
        <Sessions zone={zone} sessions={sessions} />
        {sessions.length > 1 && (
          <Actions>
            <PostButton action="/account/security/revocation" fields={{ session: 'others' }}>
              {i18n.t('Log out everywhere else')}
            </PostButton>
          </Actions>
        )}
      </Section>
      <Section id="log-ins" title={i18n.t('What happened lately')}>
        <LogIns zone={zone} logIns={logIns} />
      </Section>
      <p className="soft fine">{i18n.t('Times are those of {zone}.', { zone })}</p>
    </div>
  )
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

function Sessions({ zone, sessions }: Pick<Shown, 'zone' | 'sessions'>) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={i18n.t('Open log-ins')}
      quietCaption
      fold
      rows={sessions}
      rowKey={(session) => session.hash}
      chosen={(session) => session.present}
      columns={[
        { key: 'device', heading: i18n.t('Device'), names: true, cell: (session) => session.device || i18n.t('Unknown device') },
        { key: 'seen', heading: i18n.t('Last active'), cell: (session) => <Time at={session.lastSeenAt} zone={zone} /> },
        {
          key: 'act',
          heading: i18n.t('Log out'),
          cell: (session) =>
            session.present ? (
              <Actions small>
                <Badge tone="good">{i18n.t('This one')}</Badge>
                <PostButton action="/log-out">{i18n.t('Log out')}</PostButton>
              </Actions>
            ) : (
              <PostButton action="/account/security/revocation" fields={{ session: session.hash }}>
                {i18n.t('Log out')}
                <span className="sr">: {session.device || i18n.t('Unknown device')}</span>
              </PostButton>
            ),
        },
      ]}
    />
  )
}

function LogIns({ zone, logIns }: Pick<Shown, 'zone' | 'logIns'>) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={i18n.t('The latest twenty log-ins and tries')}
      fold
      rows={logIns}
      rowKey={(line) => line.id}
      columns={[
        { key: 'what', heading: i18n.t('What'), names: true, cell: (line) => outcomeText(i18n, line.outcome) },
        { key: 'when', heading: i18n.t('When'), cell: (line) => <Time at={line.at} zone={zone} /> },
        { key: 'device', heading: i18n.t('Device'), cell: (line) => line.device || i18n.t('Unknown device') },
      ]}
    />
  )
}

function outcomeText(i18n: I18n, outcome: LogInOutcome): string {
  switch (outcome) {
    case 'success':
      return i18n.t('Logged in')
    case 'wrong-password':
      return i18n.t('Wrong password')
    case 'unknown':
      return i18n.t('Unknown address')
    case 'locked':
      return i18n.t('Refused after too many tries')
    case 'log-out':
      return i18n.t('Logged out')
    case 'password-changed':
      return i18n.t('Password changed')
    case 'revoked':
      return i18n.t('Another device logged out')
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
