export { moveListing, setListingStatus } from './arrange-listings.server'
export { listingStatuses, movesFrom, type ListingStatus } from './model/status-moves'
export { listingById, listingBySlug, listingsByIds, listingsOf, storesOfListing, type Listing } from './queries.server'
export { changeListing, createListing, type ListingDetails, type NewListing, type SaveListingRefusal } from './save-listing.server'
