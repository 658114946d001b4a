import { index, layout, prefix, route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config'
import type { Shell } from './kernel/define-module'
import { mountedRoutes } from './registry'

const mounted = mountedRoutes()

/** Mounts what the registry lists into the shells. */
export default [
  layout('shells/public/layout.tsx', [...inShell('public'), ...prefix('b/:business', inShell('business')), route('*', 'shells/public/not-found.tsx')]),
  route('account', 'shells/account/layout.tsx', inShell('account')),
  route('dashboard/:business', 'shells/dashboard/layout.tsx', [...inShell('dashboard'), route('menu', 'shells/dashboard/menu.tsx')]),
  route('admin', 'shells/admin/layout.tsx', inShell('admin')),
  ...inShell('bare'),
] satisfies RouteConfig

function inShell(shell: Shell): RouteConfigEntry[] {
  return mounted
    .filter((mountedRoute) => mountedRoute.shell === shell)
    .map(({ path, source }) => (path === '' ? index(source) : route(path, source)))
}
