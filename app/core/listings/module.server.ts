import { installKeepers } from './keepers.server'

export default { installKeepers }
