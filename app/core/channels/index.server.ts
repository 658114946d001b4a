export { installExchanged, type ExchangedDomain, type ExchangedListing } from './exchanged.server'
export { fetchDueFeeds } from './fetch-feeds.server'
export { nightsAround, nightsOfEntry, timeOfNights, type Nights } from './model/nights-of-entry'
export { channelsPath } from './paths'
