import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { preferencesOf, savePreferences, type Preference } from '../preferences.server'
import { kindLabel } from '../sentences'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => {
  const line = (preference: Preference) => ({ ...preference, label: kindLabel(ctx.i18n, preference.kind) })
  const lines = preferencesOf(db, ctx.account.id).map(line)
  const groups = [
    { about: 'visits', caption: ctx.i18n.t('Your own bookings'), lines: lines.filter(({ about }) => about === 'visits') },
    { about: 'business', caption: ctx.i18n.t('Businesses that you work with'), lines: lines.filter(({ about }) => about === 'business') },
    { about: 'account', caption: ctx.i18n.t('Your account'), lines: lines.filter(({ about }) => about === 'account') },
  ]
  return { title: ctx.i18n.t('What we tell you'), groups }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, form }) => {
  const wanted = form.getAll('wanted').filter((value): value is string => typeof value === 'string')
  savePreferences(ctx, { userId: ctx.account.id, wanted })
  return seeOther('/account/notification-preferences', { key: 'notifications.preferences-saved' })
})

export default function Preferences() {
  const i18n = useI18n()
  const { title, groups } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <TitleLine title={title} />
      <p>{i18n.t('What stands in your notifications, and what also comes by mail. Some mails you always get: they tell you that a booking stands or fell.')}</p>
      <form method="post" id="preferences" className="stack loose">
        {groups.map((group) => (
          <DataTable
            key={group.about}
            caption={group.caption}
            rows={group.lines}
            rowKey={({ kind }) => kind}
            columns={[
              { key: 'kind', heading: i18n.t('What happens'), names: true, cell: ({ label }) => label },
              { key: 'app', heading: i18n.t('Here'), cell: (line) => <Box line={line} channel="app" /> },
              { key: 'email', heading: i18n.t('By mail'), cell: (line) => <Box line={line} channel="email" /> },
            ]}
          />
        ))}
        <Actions>
          <Button>{i18n.t('Save')}</Button>
        </Actions>
      </form>
    </div>
  )
}

function Box({ line, channel }: { line: Preference & { label: string }; channel: 'app' | 'email' }) {
  const i18n = useI18n()
  if (channel === 'email' && line.mail === 'always') return <>{i18n.t('Always')}</>
  if (channel === 'email' && line.mail === 'none') return <>{i18n.t('Never')}</>
  const { label } = line
  return (
    <label className="choice">
      <input type="checkbox" name="wanted" value={`${line.kind} ${channel}`} defaultChecked={line[channel]} />{' '}
      <span className="sr">{channel === 'app' ? i18n.t('{label}, here', { label }) : i18n.t('{label}, by mail', { label })}</span>
    </label>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
