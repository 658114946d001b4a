import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { failedMails } from '~/platform/outbox/index.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'

export const loader = guarded({ access: 'admin' }, ({ db, ctx }) => ({ title: ctx.i18n.t('Failed mails'), zone: ctx.zone ?? 'UTC', mails: failedMails(db) }))

export default function Mails() {
  const i18n = useI18n()
  const { title, zone, mails } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('{count, plural, one {# mail} other {# mails}} that could not be sent, the latest first', { count: mails.length })} />
      {mails.length === 0 ? (
        <EmptyState title={i18n.t('Every mail is sent or waits to be')}>
          <p>{i18n.t('A mail that Postmark refuses, or that fails too often, stands here.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={i18n.t('Mails that could not be sent')}
          quietCaption
          fold
          rows={mails}
          rowKey={(mail) => mail.id}
          columns={[
            { key: 'subject', heading: i18n.t('Subject'), names: true, cell: (mail) => mail.subject },
            { key: 'to', heading: i18n.t('To'), cell: (mail) => mail.to },
            { key: 'at', heading: i18n.t('Written'), cell: (mail) => <Time at={mail.createdAt} zone={zone} /> },
            {
              key: 'state',
              heading: i18n.t('State'),
              place: 'state',
              cell: (mail) => <Badge tone="bad">{mail.status === 'refused' ? i18n.t('Refused') : i18n.t('Failed')}</Badge>,
            },
            { key: 'error', heading: i18n.t('Why'), cell: (mail) => mail.error },
            {
              key: 'act',
              heading: i18n.t('Act'),
              cell: (mail) =>
                mail.whole ? (
                  <PostButton action={`/admin/mails/${mail.id}/retry`}>
                    {i18n.t('Send again')}
                    <span className="sr">: {mail.subject}</span>
                  </PostButton>
                ) : (
                  i18n.t('Deleted')
                ),
            },
          ]}
        />
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
