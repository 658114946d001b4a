import { extendSeries } from '~/core/sessions/index.server'
import { every } from './every'

export default every('1 hour', 'extend series', ({ now }) => extendSeries({ now, atMost: 100 }))
