import { defineModule } from '../../kernel/define-module'

export default defineModule({ id: 'identity', folder: 'core/identity' })
