import { sweepBlobs } from '~/platform/blobs.server'
import { every } from './every'

export default every('1 hour', 'sweep blobs', ({ now }) => sweepBlobs({ now }))
