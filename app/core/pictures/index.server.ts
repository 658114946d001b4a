export { firstPictures, picturesOf, profilePicture, shownPictures, type Picture } from './queries.server'
export { ownerOf, type PictureCtx, type PictureOf } from './owners.server'
export { addPicture, describePicture, movePicture, removePicture, type AddPictureRefusal, type PictureRefusal } from './save-picture.server'
