import type { MetaFunction } from '@remix-run/node'
import { useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { DeskMenu } from '~/ui/desk'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import type { DashboardData } from './layout'

export const loader = guarded({ access: { needs: 'business.read' } }, ({ ctx }) => ({ title: ctx.i18n.t('Menu'), firm: ctx.business.name }))

/** Where a phone's "Menu" leads: every link of the dashboard on a page of its own. */
export default function Menu() {
  const i18n = useI18n()
  const { title, firm } = useLoaderData<typeof loader>()
  const desk = useRouteLoaderData<DashboardData>('shells/dashboard/layout')
  return (
    <>
      {desk && <Breadcrumb href={`${desk.base}/overview`} label={i18n.t('Back to the day')} nav={i18n.t('Back')} />}
      <h1>
        {firm}
        <span className="sr">{`: ${title}`}</span>
      </h1>
      <DeskMenu firm={firm} groups={desk?.groups ?? []} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
