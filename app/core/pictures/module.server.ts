import { namedByPictures } from './queries.server'

export default { blobNames: namedByPictures }
