import admin from './core/admin/module'
import admission from './core/admission/module'
import analytics from './core/analytics/module'
import bookings from './core/bookings/module'
import businesses from './core/businesses/module'
import channels from './core/channels/module'
import identity from './core/identity/module'
import listings from './core/listings/module'
import notifications from './core/notifications/module'
import pictures from './core/pictures/module'
import payments from './core/payments/module'
import pricing from './core/pricing/module'
import reviews from './core/reviews/module'
import schedules from './core/schedules/module'
import search from './core/search/module'
import support from './core/support/module'
import activities from './domains/activities/module'
import waitingList from './core/waiting-list/module'
import appointments from './domains/appointments/module'
import events from './domains/events/module'
import realEstate from './domains/real-estate/module'
import type { ModuleManifest, ModuleRoute } from './kernel/define-module'
import { routeList } from './kernel/define-module'

// Read while Remix gathers the routes, when nobody knows `~/` yet: this file and the manifests import by relative paths.

/** THE list: every module's manifest. A new module is new files and one line here. */
export const modules: readonly ModuleManifest[] = [identity, businesses, notifications, listings, pictures, schedules, pricing, payments, bookings, admission, waitingList, channels, reviews, appointments, events, activities, realEstate, support, search, analytics, admin]

export interface MountedRoute extends ModuleRoute {
  readonly module: string
  /** From `app/`, with its ending. */
  readonly source: string
}

/** Every module's routes, each with its source file. */
export function mountedRoutes(): MountedRoute[] {
  return modules.flatMap((module) =>
    module.routes(routeList).map((route) => ({ ...route, module: module.id, source: `${module.folder}/routes/${route.file}.tsx` })),
  )
}

/** The trades that a business can switch on, in the order of the list. */
export const trades = modules.flatMap((module) => (module.trade ? [module.trade] : []))
