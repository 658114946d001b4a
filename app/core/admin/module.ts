import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'admin', folder: 'core/admin' })
