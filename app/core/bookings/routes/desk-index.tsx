import { redirect } from '@remix-run/node'
import { guarded } from '~/platform/guarded.server'

/** The first page of a dashboard is the day. */
export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ ctx }) => {
  throw redirect(`/dashboard/${ctx.business.slug}/overview`, 303)
})

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
