import { installPlaces } from '../schedules/index.server'
import { placesOf } from './resources.server'

/** The server half of this module, for the registry: schedules keeps hours for places, and learns here which there are. */
export default { install: () => installPlaces(placesOf) }
