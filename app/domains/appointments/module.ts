import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'appointments', folder: 'domains/appointments' })
