import { installThumbnails } from '../listings/index.server'
import { namedByPictures, thumbnails } from './queries.server'

export default {
  blobNames: namedByPictures,
  install: () => installThumbnails((db, businessId, ids) => thumbnails(db, businessId, 'listing', ids)),
}
