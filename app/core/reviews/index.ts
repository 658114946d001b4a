export { ListingReviews } from './ui/listing-reviews'
