export { changeStatus, moveListing, setListingStatus, type NotAllowed } from './arrange-listings.server'
export {
  categoriesOfBusiness,
  setBusinessCategories,
  type BusinessCategories,
  type BusinessCategoriesRefusal,
} from './business-categories.server'
export { categoryById, categoryBySlug, categoryTree, categoryUse, fieldsOf, offeredCategories, withBelow, type Category, type PlacedCategory } from './categories.server'
export { categoryValues, editorCategories, openStoreIds, readEditor, showAgain, storeChoices, type EditorAnswer } from './editor.server'
export { findFirstListings, findListings, type FoundListing, type FreeOn, type ListingsFound, type ListingSearch, type WantedValue } from './find-listings.server'
export { activeListingIds, forgetFreeDays, freeDaysOf, saveFreeDays, type FreeDayRow } from './free-days.server'
export { listingCounts, type ListingCount } from './listing-counts.server'
export { extraOf, setListingCategory, shownExtra, type Extra, type ExtraRefusal, type ShownExtra } from './listing-category.server'
export {
  fieldKinds,
  isFieldKey,
  readFieldSchema,
  schemaOf,
  type Field,
  type FieldKind,
  type FieldValue,
  type SchemaRefusal,
} from './model/field-schema'
export { listingPage } from './listing-page.server'
export { copiedWords, listingWords, type ListingWords } from './listing-words.server'
export { listingStatuses, movesFrom, type ListingStatus } from './model/status-moves'
export { copyAnyListing, installKeepers, setAnyListingStatus, type ListingKeeper } from './keepers.server'
export { priceTag } from './price-words'
export { listingById, listingBySlug, listingsByIds, listingsOf, storesOfListing, type Listing } from './queries.server'
export { installRatings } from './ratings.server'
export { isUsed, removeCategory, restoreCategory, saveCategory, type CategoryDetails, type CategoryRefusal } from './save-category.server'
export { changeListing, createListing, saveListing, type ListingDetails, type NewListing, type SaveListingRefusal } from './save-listing.server'
export { problemWords, schemaWords } from './schema-words'
export { installThumbnails, listingThumbnails } from './thumbnails.server'
export { placeText, readPlace } from './typed-place'
export { addViews, countView, viewsByListing, viewsByStore, writeViews, type ListingViews, type ViewsAsked } from './views.server'
