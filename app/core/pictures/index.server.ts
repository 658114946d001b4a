export type { PictureCtx, PictureOf } from './owners.server'
export { firstPictures, profilePicture, shownPictures, thumbnails } from './queries.server'
export { addPicture } from './save-picture.server'
