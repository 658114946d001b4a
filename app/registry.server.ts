import { installBlobNames } from '~/platform/blobs.server'
import { installGate } from '~/platform/gate.server'
import { installSubscribers } from '~/platform/outbox/index.server'
import admission from './core/admission/module.server'
import allocation from './core/allocation/module.server'
import bookings from './core/bookings/module.server'
import businesses from './core/businesses/module.server'
import channels from './core/channels/module.server'
import contacts from './core/contacts/module.server'
import identity from './core/identity/module.server'
import listings from './core/listings/module.server'
import notifications from './core/notifications/module.server'
import payments from './core/payments/module.server'
import pictures from './core/pictures/module.server'
import reviews from './core/reviews/module.server'
import search from './core/search/module.server'
import activities from './domains/activities/module.server'
import waitingList from './core/waiting-list/module.server'
import appointments from './domains/appointments/module.server'
import events from './domains/events/module.server'
import realEstate from './domains/real-estate/module.server'
import { modules, trades } from './registry'

/** The server half of a trade. */
interface Trade {
  readonly bookable: Parameters<typeof bookings.installDomains>[0][number]
  readonly publicSection: Parameters<typeof search.installPublicSections>[0][number]
  readonly subscribers?: Parameters<typeof installSubscribers>[0]
  readonly exchanged?: Parameters<typeof channels.installExchanged>[0][number]['exchanged']
}

/** The server halves of the trades, in the order of the registry: a new one is one line here. */
const domains: readonly Trade[] = [appointments, events, activities, realEstate]

/** Hands each part of the house what it may not import. Called once at start, by server, jobs and tests. */
export function installModules(): void {
  businesses.installTrades(trades)
  businesses.installPermissions(Object.assign({}, ...modules.map((module) => module.permissions)))
  allocation.install()
  pictures.install()
  bookings.install()
  admission.install()
  waitingList.install()
  reviews.install()
  bookings.installDomains(domains.map((domain) => domain.bookable))
  listings.installKeepers(domains.map((domain) => domain.bookable))
  channels.install()
  channels.installExchanged(domains)
  search.installPublicSections(domains.map((domain) => domain.publicSection))
  installSubscribers([contacts, notifications, payments, bookings, waitingList, channels, reviews, search, ...domains].flatMap(({ subscribers = [] }: Pick<Trade, 'subscribers'>) => subscribers))
  installBlobNames([pictures.blobNames])
  installGate({ ...identity.gate, ...businesses.gate, ...bookings.gate })
}
