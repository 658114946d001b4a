import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { enabledDomains } from '~/core/businesses/index.server'
import { diaryOf, pendingBookings } from '~/core/bookings/index.server'
import { guarded } from '~/platform/guarded.server'
import { Desk } from '~/ui/desk'
import type { DeskContext } from '~/ui/desk-context'
import { DemoBanner, SkipLink } from '~/ui/masthead'
import { AfterAct } from '../after-act'
import { useRootData } from '../root-data'
import { deskActions, deskGroups, withCurrent } from './desk-links'

export const loader = guarded({ access: { needs: 'business.read' } }, ({ db, ctx }) => {
  const { business, member, i18n } = ctx
  const base = `/dashboard/${business.slug}`
  const domains = enabledDomains(db, business.id)
  const pending = pendingBookings(db, business.id, diaryOf(member))
  return {
    firm: business.name,
    base,
    groups: deskGroups(i18n, member, { base, slug: business.slug, domains, pending }),
    quickActions: deskActions(i18n, member, base, domains),
  }
})

export type DashboardData = ReturnType<typeof useLoaderData<typeof loader>>

export default function DashboardLayout() {
  const { firm, base, groups, quickActions } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <>
      <SkipLink />
      {useRootData()?.demo && <DemoBanner mailboxHref="/dev/mailbox" />}
      <Desk firm={{ name: firm, href: `${base}/overview` }} menuHref={`${base}/menu`} groups={withCurrent(groups, pathname)}>
        <div className="stack loose">
          <AfterAct />
          <div>
            <Outlet context={{ quickActions } satisfies DeskContext} />
          </div>
        </div>
      </Desk>
    </>
  )
}

export { StandaloneRefusal as ErrorBoundary } from '~/shells/standalone-refusal'
