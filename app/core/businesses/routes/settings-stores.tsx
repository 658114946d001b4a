import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { taxRateText } from '../model/tax-rate'
import { storesOf } from '../queries.server'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Stores')} – ${ctx.business.name}`,
  base: `/dashboard/${ctx.business.slug}/settings`,
  stores: storesOf(db, ctx.businessId).map(({ id, name, city, timeZone, taxName, taxRatePpm, taxIncluded, status }) => ({
    id, name, city, timeZone, taxName, taxRate: taxRateText(taxRatePpm), taxIncluded, status,
  })),
}))

export default function Stores() {
  const i18n = useI18n()
  const { base, stores } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={base} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Stores')}>
        <Actions small>
          <Button variant="quiet" icon="plus" href={`${base}/stores/new`}>
            {i18n.t('Add a store')}
          </Button>
        </Actions>
      </TitleLine>
      <DataTable
        caption={i18n.t('{count, plural, one {# store} other {# stores}}', { count: stores.length })}
        fold
        rows={stores}
        rowKey={(store) => store.id}
        columns={[
          { key: 'name', heading: i18n.t('Store'), names: true, cell: (store) => <a href={`${base}/stores/${store.id}`}>{store.name}</a> },
          { key: 'city', heading: i18n.t('Town'), cell: (store) => store.city },
          { key: 'zone', heading: i18n.t('Time zone'), cell: (store) => store.timeZone.replaceAll('_', ' ') },
          {
            key: 'tax',
            heading: i18n.t('Tax'),
            cell: ({ taxName: name, taxRate: rate, taxIncluded }) => (taxIncluded ? i18n.t('{name} {rate} %, included', { name, rate }) : i18n.t('{name} {rate} %, added', { name, rate })),
          },
          {
            key: 'status',
            heading: i18n.t('State'),
            place: 'state',
            cell: (store) => (store.status === 'open' ? <Badge tone="good">{i18n.t('Open')}</Badge> : <Badge tone="done">{i18n.t('Closed')}</Badge>),
          },
        ]}
      />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
