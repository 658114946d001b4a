import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'bookings', folder: 'core/bookings' })
