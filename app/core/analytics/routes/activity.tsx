import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActivityList } from '~/core/bookings/index'
import { activity, activityKindNames, activityKinds } from '~/core/bookings/index.server'
import { enabledDomains, knownTrades } from '~/core/businesses/index.server'
import { isId } from '~/kernel/ids'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'

const perPage = 30

export const loader = guarded({ access: { needs: 'analytics.read' } }, ({ db, ctx, query, url }) => {
  const { i18n, business, businessId } = ctx
  const enabled = new Set<string>(enabledDomains(db, businessId))
  const trades = knownTrades().filter(({ domain }) => enabled.has(domain))
  const domain = trades.find((trade) => trade.domain === query.get('domain'))?.domain ?? null
  const kind = activityKinds.find((one) => one === query.get('kind')) ?? null
  const before = isId(query.get('before') ?? '') ? query.get('before') : null
  const { rows, older } = activity(db, ctx, { domain, kind }, before, perPage)
  const said = { ...(domain ? { domain } : {}), ...(kind ? { kind } : {}) }
  return {
    title: i18n.t('Recent activity'),
    here: url.pathname,
    zone: business.timeZone,
    currency: business.currency,
    domain: domain ?? '',
    kind: kind ?? '',
    trades: trades.map((trade) => ({ value: trade.domain as string, label: trade.label(i18n) })),
    kinds: activityKinds.map((value) => ({ value: value as string, label: activityKindNames(i18n)[value] })),
    rows,
    newest: before === null ? undefined : `${url.pathname}?${new URLSearchParams(said).toString()}`,
    older: older === null ? undefined : `${url.pathname}?${new URLSearchParams({ ...said, before: older }).toString()}`,
  }
})

export default function ActivityPage() {
  const i18n = useI18n()
  const { title, here, zone, currency, domain, kind, trades, kinds, rows, newest, older } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <TitleLine title={title} kicker={i18n.t('What was done in all domains, the latest first')} />
      <FilterBar action={here}>
        {trades.length > 1 && <FilterSelect name="domain" label={i18n.t('Domain')} value={domain} options={[{ value: '', label: i18n.t('All domains') }, ...trades]} />}
        <FilterSelect name="kind" label={i18n.t('Kind')} value={kind} options={[{ value: '', label: i18n.t('Everything') }, ...kinds]} />
      </FilterBar>
      {rows.length > 0 ? (
        <ActivityList rows={rows} zone={zone} currency={currency} />
      ) : older ? (
        <p>{i18n.t('Nothing of this kind among what was done lately. There may be some further back.')}</p>
      ) : (
        <EmptyState title={i18n.t('Nothing of this kind yet')} actions={<Button href={here} variant="quiet">{i18n.t('Show everything')}</Button>}>
          <p>{i18n.t('Bookings, payments and changes of your listings will stand here as they happen.')}</p>
        </EmptyState>
      )}
      <Pager newer={newest} older={older} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
