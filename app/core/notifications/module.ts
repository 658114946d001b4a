import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'notifications', folder: 'core/notifications' })
