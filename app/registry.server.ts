import { placesOf } from '~/core/allocation/index.server'
import { bookingForGate, bookingSubscribers, installDomains } from '~/core/bookings/index.server'
import { businessForGate, installPermissions, installTrades } from '~/core/businesses/index.server'
import { accountOf, touchSession } from '~/core/identity/index.server'
import { notificationSubscribers } from '~/core/notifications/index.server'
import { installPlaces } from '~/core/schedules/index.server'
import { appointments } from '~/domains/appointments/domain.server'
import { installGate } from '~/platform/gate.server'
import { installSubscribers } from '~/platform/outbox/index.server'
import { contactSubscribers } from './core/contacts/index.server'
import { modules, trades } from './registry'

/** The server halves of the list: hands each part of the house what it may not import. Called once at start, by server, jobs and tests. */
export function installModules(): void {
  installTrades(trades)
  installPermissions(Object.assign({}, ...modules.map((module) => module.permissions)))
  installPlaces(placesOf)
  installDomains([appointments])
  installSubscribers([...contactSubscribers, ...notificationSubscribers, ...bookingSubscribers])
  installGate({ account: accountOf, touch: touchSession, business: businessForGate, booking: bookingForGate })
}
