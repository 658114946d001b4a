import { providerNames, type LogInProvider } from '~/platform/log-in-providers'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Time } from '~/ui/when'

interface WaysInProps {
  readonly zone: string
  readonly hasPassword: boolean
  /** Each provider that is offered or linked. */
  readonly providers: readonly { readonly provider: LogInProvider; readonly linkedAt: number | null }[]
}

/** What opens the account, and the ways to change that. */
export function WaysIn({ zone, hasPassword, providers }: WaysInProps) {
  const i18n = useI18n()
  const rows = [
    {
      key: 'password',
      name: i18n.t('Password'),
      opens: hasPassword,
      since: null,
      href: hasPassword ? '/account/password' : '/forgotten-password',
      act: hasPassword ? i18n.t('Change') : i18n.t('Choose a password'),
    },
    ...providers.map(({ provider, linkedAt }) => ({
      key: provider,
      name: providerNames[provider],
      opens: linkedAt !== null,
      since: linkedAt,
      href: linkedAt === null ? `/account/log-ins/${provider}` : `/account/log-ins/${provider}/removal`,
      act: linkedAt === null ? i18n.t('Link it') : i18n.t('Take it away'),
    })),
  ]
  return (
    <DataTable
      caption={i18n.t('Ways to log in')}
      quietCaption
      fold
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'way', heading: i18n.t('Way'), names: true, cell: (row) => row.name },
        {
          key: 'state',
          heading: i18n.t('State'),
          cell: (row) => <Badge tone={row.opens ? 'good' : 'plain'}>{row.opens ? i18n.t('Opens your account') : i18n.t('Not used')}</Badge>,
        },
        { key: 'since', heading: i18n.t('Since'), cell: (row) => row.since !== null && <Time at={row.since} zone={zone} /> },
        {
          key: 'act',
          heading: i18n.t('Act'),
          cell: (row) => (
            <Actions small>
              <Button href={row.href} variant="quiet">
                {row.act}
                <span className="sr">: {row.name}</span>
              </Button>
            </Actions>
          ),
        },
      ]}
    />
  )
}
